package org.corridor.client.api;

/** Requests as the description of the interface shows them; a test says that they are accepted. */
final class Examples {

  static final String INDIVIDUAL =
      """
      {"branch":"BER",
       "individual":{"givenName":"Anna","familyName":"Müller","birthDate":"1990-04-01",\
      "nationality":"DE"},
       "addresses":[{"kind":"HOME","street":"Torstraße","buildingNumber":"7","postCode":"10119",\
      "town":"Berlin","country":"DE"}],
       "contactPoints":[{"kind":"EMAIL","value":"anna@example.com"}],
       "preferredLanguage":"de"}""";

  static final String BUSINESS =
      """
      {"branch":"MUC",
       "business":{"legalName":"Kaffee GmbH","registrationNumber":"HRB 12345 B","country":"DE"},
       "addresses":[{"kind":"REGISTERED","street":"Lindwurmstraße","buildingNumber":"12",\
      "postCode":"80337","town":"München","country":"DE"}],
       "contactPoints":[{"kind":"PHONE","value":"+498912345678"}],
       "preferredLanguage":"de"}""";

  private Examples() {}
}
