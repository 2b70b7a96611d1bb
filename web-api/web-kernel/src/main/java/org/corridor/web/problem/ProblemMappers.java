package org.corridor.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.corridor.platform.secrets.SecretsUnavailable;
import org.corridor.web.problem.Problem.Fault;

/**
 * Turns every exception that reaches the door into a problem; what is unforeseen is logged, not
 * told.
 */
public final class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class.getName());

  private ProblemMappers() {}

  /** To be registered by each application. */
  public static Set<Class<?>> all() {
    return Set.of(
        OfJson.class, OfConstraints.class, OfHttp.class, OfSecrets.class, OfAnythingElse.class);
  }

  /** As RFC 6901 has it. */
  private static String escape(String member) {
    return member.replace("~", "~0").replace("/", "~1");
  }

  /** A body that is not JSON, or not the JSON that was asked for. */
  public static final class OfJson implements ExceptionMapper<JsonProcessingException> {
    @Override
    public Response toResponse(JsonProcessingException exception) {
      if (rootOf(exception) instanceof ProblemException problem) {
        // met while the body was read: Jackson wraps what its input throws
        return problem.getResponse();
      }
      if (exception instanceof JsonMappingException mapping) {
        return Problem.malformed(pointer(mapping), explain(mapping)).toResponse();
      }
      return Problem.of(400, "malformed-json", "The body is not valid JSON" + where(exception))
          .toResponse();
    }

    private static Throwable rootOf(Throwable exception) {
      var root = exception;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      return root;
    }

    private static String where(JsonProcessingException exception) {
      var location = exception.getLocation();
      return location == null
          ? "."
          : ", near line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }

    private static String explain(JsonMappingException mapping) {
      if (mapping instanceof UnrecognizedPropertyException) {
        return "is not a known member";
      }
      if (mapping instanceof ValueInstantiationException refused
          && refused.getCause() instanceof IllegalArgumentException reason) {
        return reason.getMessage();
      }
      var message = mapping.getOriginalMessage();
      return message != null && message.matches("(must|is) .*")
          ? message
          : "is not of the expected type or form";
    }

    private static String pointer(JsonMappingException mapping) {
      var pointer = new StringBuilder();
      for (var reference : mapping.getPath()) {
        pointer.append('/');
        if (reference.getFieldName() != null) {
          pointer.append(escape(reference.getFieldName()));
        } else {
          pointer.append(reference.getIndex());
        }
      }
      return pointer.toString();
    }
  }

  /** A request that Bean Validation refuses. */
  public static final class OfConstraints implements ExceptionMapper<ConstraintViolationException> {
    @Override
    public Response toResponse(ConstraintViolationException exception) {
      List<Fault> faults =
          exception.getConstraintViolations().stream()
              .map(violation -> new Fault(pointer(violation), violation.getMessage()))
              .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
              .toList();
      return Problem.of(400, "malformed-request", "The request is malformed.", faults).toResponse();
    }

    /**
     * {@code register.request.address.town} is {@code /address/town} in the body; a parameter is
     * called what the caller calls it.
     */
    private static String pointer(ConstraintViolation<?> violation) {
      var pointer = new StringBuilder();
      Method method = null;
      for (var node : violation.getPropertyPath()) {
        switch (node.getKind()) {
          case METHOD -> method = method(violation, node.as(Path.MethodNode.class));
          case PARAMETER ->
              pointer.append(
                  parameterName(method, node.as(Path.ParameterNode.class).getParameterIndex()));
          case CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE, BEAN -> {}
          default -> append(pointer, node);
        }
      }
      return pointer.toString();
    }

    private static void append(StringBuilder pointer, Path.Node node) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      } else if (node.getKey() != null) {
        pointer.append('/').append(escape(node.getKey().toString()));
      }
      if (node.getName() != null && !node.getName().startsWith("<")) {
        pointer.append('/').append(escape(node.getName()));
      }
    }

    private static Method method(ConstraintViolation<?> violation, Path.MethodNode node) {
      try {
        return violation
            .getRootBeanClass()
            .getMethod(node.getName(), node.getParameterTypes().toArray(Class<?>[]::new));
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("validated a method that is not there", e);
      }
    }

    /** The body has no name: its pointer is empty. */
    private static String parameterName(Method method, int index) {
      for (var type = method.getDeclaringClass(); type != null; type = type.getSuperclass()) {
        for (var annotation : annotations(type, method, index)) {
          if (annotation instanceof QueryParam query) {
            return query.value();
          }
          if (annotation instanceof HeaderParam header) {
            return header.value();
          }
          if (annotation instanceof PathParam path) {
            return path.value();
          }
          if (annotation instanceof FormParam form) {
            return form.value();
          }
        }
      }
      return "";
    }

    /** A container's proxy class overrides the method without its annotations. */
    private static Annotation[] annotations(Class<?> type, Method method, int index) {
      try {
        return type.getDeclaredMethod(method.getName(), method.getParameterTypes())
            .getParameterAnnotations()[index];
      } catch (NoSuchMethodException inherited) {
        return new Annotation[0];
      }
    }
  }

  /** What Jakarta REST itself refuses: no such path, method, media type. */
  public static final class OfHttp implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException exception) {
      var response = exception.getResponse();
      if (exception instanceof ProblemException || response.hasEntity()) {
        return response;
      }
      if (exception.getCause() instanceof JsonProcessingException json) {
        return new OfJson().toResponse(json);
      }
      var answer = Response.fromResponse(problem(response.getStatus()).toResponse());
      response.getHeaders().forEach((name, values) -> values.forEach(v -> copy(answer, name, v)));
      return answer.build();
    }

    private static void copy(Response.ResponseBuilder answer, String name, Object value) {
      if (!name.equalsIgnoreCase("Content-Type")) {
        answer.header(name, value);
      }
    }

    private static Problem problem(int status) {
      return switch (status) {
        case 400 -> Problem.of(400, "malformed-request", "The request is malformed.");
        case 404 -> Problem.of(404, "not-found", "There is nothing at this address.");
        case 405 -> Problem.of(405, "method-not-allowed", "This address has no such method.");
        case 406 -> Problem.of(406, "not-acceptable", "None of the asked-for forms is had here.");
        case 413 -> Problem.of(413, "body-too-large", "The body is too large.");
        case 415 ->
            Problem.of(
                415,
                "unsupported-media-type",
                "The body is of a media type that is not taken here.");
        default -> Problem.of(status, "http-" + status, "The request was refused.");
      };
    }
  }

  /** The keys of what is sealed are away; what was begun was rolled back. */
  public static final class OfSecrets implements ExceptionMapper<SecretsUnavailable> {

    private static final int AGAIN_AFTER_SECONDS = 5;

    @Override
    public Response toResponse(SecretsUnavailable exception) {
      LOG.log(Level.WARNING, "a request needs keys that are away: {0}", exception.getMessage());
      var problem =
          Problem.of(
              503,
              "secrets-unavailable",
              "A secret cannot be opened or sealed now; nothing was done.");
      return Response.fromResponse(problem.toResponse())
          .header("Retry-After", AGAIN_AFTER_SECONDS)
          .build();
    }
  }

  /** A bug or broken infrastructure. */
  public static final class OfAnythingElse implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable exception) {
      LOG.log(Level.SEVERE, "a request failed", exception);
      return Problem.of(500, "internal-error", "Something went wrong here; it has been logged.")
          .toResponse();
    }
  }
}
