// Passkeys. A form[data-passkey="get" or "create"] sends what the browser answers in its field «credential».
// data-options holds what to ask the browser, or data-ask the address that tells. Without this: password and code.
const asked = async (form) => {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const response = await fetch(form.dataset.ask, { headers: { Accept: "application/json" } });
  return (await response.json()).request_options;
};

const use = async (form) => {
  const failed = form.querySelector("[data-passkey-failed]");
  failed.hidden = true;
  try {
    const credential = await window.webauthnJSON[form.dataset.passkey](await asked(form));
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  } catch {
    failed.hidden = false;
  }
};

if (window.webauthnJSON?.supported()) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.querySelector("[data-passkey-without]").hidden = true;
    const way = form.querySelector("[data-passkey-with]");
    way.hidden = false;
    way.querySelector("button").addEventListener("click", () => use(form));
  }
}
