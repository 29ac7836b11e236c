/* Passkeys: asks the server for a challenge, the browser for its answer, and sends the form with
   both. Nothing is kept here. */
(function () {
  "use strict";
  var buttons = document.querySelectorAll("button[data-passkey]");
  for (var i = 0; i < buttons.length; i++) { prepare(buttons[i]); }

  function prepare(button) {
    var form = button.form;
    if (!window.PublicKeyCredential || !navigator.credentials || !window.fetch) {
      say(form, "missing");
      button.disabled = true;
      return;
    }
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      say(form, "");
      button.disabled = true;
      ask(form, button).then(function () {
        form.submit();
      }, function () {
        button.disabled = false;
        say(form, "failed");
      });
    });
  }

  function say(form, what) {
    var lines = form.querySelectorAll("[data-when]");
    for (var i = 0; i < lines.length; i++) {
      lines[i].hidden = lines[i].getAttribute("data-when") !== what;
    }
  }

  function ask(form, button) {
    return fetch(button.getAttribute("data-challenge"), {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "_form=" + encodeURIComponent(form.elements._form ? form.elements._form.value : "")
    }).then(function (answer) {
      if (!answer.ok) { throw new Error("no challenge"); }
      return answer.json();
    }).then(function (begun) {
      form.elements._ceremony.value = begun.ceremony;
      var options = begun.options.publicKey;
      options.challenge = bytes(options.challenge);
      if (button.getAttribute("data-passkey") === "create") {
        options.user.id = bytes(options.user.id);
        list(options.excludeCredentials);
        return navigator.credentials.create({ publicKey: options });
      }
      list(options.allowCredentials);
      return navigator.credentials.get({ publicKey: options });
    }).then(function (credential) {
      form.elements._credential.value = JSON.stringify(plain(credential));
    });
  }

  function list(credentials) {
    (credentials || []).forEach(function (one) { one.id = bytes(one.id); });
  }

  /* The answer with base64url for its bytes (WebAuthn, section 5.1). */
  function plain(credential) {
    var response = {};
    ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]
      .forEach(function (name) {
        if (credential.response[name]) { response[name] = text(credential.response[name]); }
      });
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response: response,
      extensions: {}
    };
  }

  function text(buffer) {
    var binary = "";
    new Uint8Array(buffer).forEach(function (byte) { binary += String.fromCharCode(byte); });
    return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function bytes(base64url) {
    var binary = atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(binary, function (c) { return c.charCodeAt(0); });
  }
})();
