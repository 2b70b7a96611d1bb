package org.corridor.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.corridor.notification.domain.Addressee;
import org.corridor.notification.domain.Facts;
import org.corridor.notification.domain.Language;
import org.corridor.notification.domain.Notice;
import org.corridor.notification.domain.Recipient;

/**
 * Finds out who an addressee is: the owner of an account, the client that a user is. Asks other
 * contexts, so never inside of a unit of work.
 */
@ApplicationScoped
public class FindRecipient {

  private final Directory directory;

  @Inject
  public FindRecipient(Directory directory) {
    this.directory = directory;
  }

  /** For the container's proxy. */
  protected FindRecipient() {
    this(null);
  }

  /** For notices that are addressed together: nobody is asked twice for the same. */
  FindRecipient askingOnce() {
    return new FindRecipient(new AskedOnce(directory));
  }

  /**
   * @param language of the client record; English for staff
   * @param facts with what only the account knows
   */
  public record Found(Recipient recipient, Language language, Facts facts) {}

  /**
   * Empty if it is nobody: an internal account has no owner.
   *
   * @throws DirectoryUnavailable if it cannot be told now
   */
  public Optional<Found> of(Notice notice) {
    var facts = withAccount(notice.facts());
    return recipient(notice.addressee())
        .map(recipient -> new Found(recipient, languageOf(recipient), facts));
  }

  private Facts withAccount(Facts facts) {
    return Optional.ofNullable(facts.accountId())
        .flatMap(directory::account)
        .map(account -> facts.withAccountNumber(account.number()))
        .orElse(facts);
  }

  private Optional<Recipient> recipient(Addressee addressee) {
    return switch (addressee.kind()) {
      case CLIENT -> Optional.of(Recipient.client(addressee.id()));
      case USER -> Optional.of(ofUser(addressee.id()));
      case ACCOUNT_OWNER ->
          directory
              .account(addressee.id())
              .flatMap(account -> Optional.ofNullable(account.clientId()))
              .map(Recipient::client);
    };
  }

  /** A customer is reached as the client that it is. */
  private Recipient ofUser(UUID userId) {
    return directory
        .user(userId)
        .flatMap(user -> Optional.ofNullable(user.clientId()))
        .map(Recipient::client)
        .orElseGet(() -> Recipient.user(userId));
  }

  private Language languageOf(Recipient recipient) {
    return recipient.kind() == Recipient.Kind.USER
        ? Language.EN
        : directory
            .client(recipient.id())
            .map(client -> Language.ofCodeOrEnglish(client.language()))
            .orElse(Language.EN);
  }
}
