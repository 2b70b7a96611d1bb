package org.corridor.auth.api;

import jakarta.ws.rs.ApplicationPath;
import java.util.Set;
import org.corridor.web.CorridorApplication;

/** {@code /api/auth/v1}. */
@ApplicationPath("/v1")
public class AuthApi extends CorridorApplication {

  public AuthApi() {
    super(
        AuthSecurity.class,
        Set.of(
            TokenResource.class,
            PushedRequestResource.class,
            AuthorizeResource.class,
            StyleResource.class,
            PasskeyScriptResource.class,
            PasskeySignInResource.class,
            PasskeyPagesResource.class,
            MyPasskeysResource.class,
            MetadataResource.class,
            RevocationsResource.class,
            ScriptResource.class,
            UserInfoResource.class,
            EndSessionResource.class,
            MeResource.class,
            UsersResource.class,
            MySessionsResource.class,
            MyConsentsResource.class,
            MyRecoveryCodesResource.class,
            RecoveryCodesPagesResource.class,
            UserSessionsResource.class,
            EnrolmentResource.class,
            SecondFactorResource.class,
            SecondFactorPagesResource.class,
            AccountResource.class,
            PasswordResource.class,
            InvitationsResource.class,
            PasswordLinksResource.class,
            ForgottenPasswordResource.class,
            PasswordLinkResource.class,
            RolesResource.class,
            ApiClientsResource.class,
            ClientSecretsResource.class,
            ClientKeysResource.class,
            Unavailable.OfTokenStore.class,
            Unavailable.OfPasswordHashing.class));
  }
}
