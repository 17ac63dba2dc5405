// A form that is being sent cannot be sent again by an impatient click. (The server does it once in any case.)
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method === "get") return;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = "yes";
  for (const button of buttonsOf(form)) button.setAttribute("aria-disabled", "true");
});

// Back from the next page, or htmx has answered: the form can be used again, and what was typed is still there.
const free = () => {
  for (const form of document.querySelectorAll("form[data-sending]")) {
    delete form.dataset.sending;
    for (const button of buttonsOf(form)) button.removeAttribute("aria-disabled");
  }
};
addEventListener("pageshow", free);
document.addEventListener("htmx:afterRequest", free);

function buttonsOf(form) {
  return [...form.elements].filter((element) => element.type === "submit");
}
