// After a form that could not be saved: go to the summary, so that it is read first.
const summary = document.querySelector("[data-error-summary]");
if (summary) summary.focus();

// A link in the summary puts the cursor in the field, not only on the screen near it.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-error-summary] a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.closest(".field")?.scrollIntoView({ block: "center" });
});
