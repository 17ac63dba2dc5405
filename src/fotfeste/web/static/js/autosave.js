// What is typed in a form[data-autosave] is kept on the server while one types, for the one who types.
// It is a draft: nothing is saved for others before the button is pressed. Without this the form works as any other.
const REST = 2000; // ms without a key before it is kept
const AT_LEAST = 15000; // ms that may pass while somebody types without a pause

const waiting = new WeakMap();

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-autosave]");
  if (!form) return;
  const state = waiting.get(form) ?? { since: Date.now() };
  clearTimeout(state.timer);
  const rest = Math.max(0, Math.min(REST, AT_LEAST - (Date.now() - state.since)));
  state.timer = setTimeout(() => keep(form), rest);
  waiting.set(form, state);
});

// Sent, or left: what is on its way is stopped when the form is sent, and kept at once when the page is left.
document.addEventListener("submit", (event) => stop(event.target));
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "hidden") return;
  for (const form of document.querySelectorAll("form[data-autosave]")) if (waiting.has(form)) keep(form);
});

function stop(form) {
  clearTimeout(waiting.get(form)?.timer);
  waiting.delete(form);
}

async function keep(form) {
  stop(form);
  if (form.dataset.sending) return;
  try {
    const answer = await fetch(form.dataset.autosave, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      headers: { Accept: "application/json" },
      keepalive: true,
    });
    say(form, answer.ok && !answer.redirected ? "kept" : "failed");
  } catch {
    say(form, "failed");
  }
}

function say(form, which) {
  const status = form.querySelector("[data-autosave-status]");
  const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  status.textContent = status.dataset[which].replace("{time}", time);
}
