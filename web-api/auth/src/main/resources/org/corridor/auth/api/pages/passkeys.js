// Shows the buttons for passkeys where the browser has any, asks the device, and sends the form with its answer.
"use strict";

const ceremonies = {
  create: options =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  get: options =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
};

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const button of document.querySelectorAll("button[data-passkey]")) {
    const form = button.form;
    const failed = button.nextElementSibling;
    button.hidden = false;
    button.addEventListener("click", async event => {
      event.preventDefault();
      failed.hidden = true;
      if (!button.formNoValidate && !form.reportValidity()) {
        return;
      }
      try {
        const answer = await ceremonies[button.dataset.passkey](JSON.parse(button.dataset.options));
        form.elements.credential.value = JSON.stringify(answer);
        form.requestSubmit(button);
      } catch (refused) {
        failed.hidden = false;
      }
    });
  }
}
