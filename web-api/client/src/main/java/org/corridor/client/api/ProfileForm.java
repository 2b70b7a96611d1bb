package org.corridor.client.api;

import java.util.List;
import org.corridor.client.domain.Profile;

/** What registering and updating have in common. */
interface ProfileForm {

  IndividualView individual();

  BusinessView business();

  List<AddressView> addresses();

  List<ContactPointView> contactPoints();

  String preferredLanguage();

  /** Only to be called on a valid form. */
  default Profile toProfile() {
    var points = contactPoints() == null ? List.<ContactPointView>of() : contactPoints();
    return new Profile(
        individual() != null ? individual().toParty() : business().toParty(),
        addresses().stream().map(AddressView::toAddress).toList(),
        points.stream().map(ContactPointView::toContactPoint).toList(),
        preferredLanguage());
  }
}
