package org.corridor.web.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.corridor.web.problem.Problem;

/** Bounds the size of request bodies, also of those that do not say their length. */
public final class BodyLimit implements ContainerRequestFilter {

  /**
   * Half a mebibyte, unless the operation is of those that take {@link LargeBody many} at once;
   * what is larger is not JSON that a client of ours has written. Less than the server's own limit,
   * which would be answered without a problem in the body.
   */
  public static final int MAX_BYTES = 524_288;

  private final int most;

  /**
   * @param most bytes of a body
   */
  BodyLimit(int most) {
    this.most = most;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getLength() > most) {
      request.abortWith(tooLarge().toResponse());
      return;
    }
    if (request.hasEntity()) {
      request.setEntityStream(new Bounded(request.getEntityStream()));
    }
  }

  private Problem tooLarge() {
    return Problem.of(413, "body-too-large", "The body must not exceed " + most + " bytes.");
  }

  private final class Bounded extends FilterInputStream {
    private long remaining = most;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var read = super.read();
      if (read >= 0) {
        count(1);
      }
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      var read = super.read(buffer, offset, length);
      if (read > 0) {
        count(read);
      }
      return read;
    }

    private void count(int bytes) {
      remaining -= bytes;
      if (remaining < 0) {
        throw tooLarge().toException();
      }
    }
  }
}
