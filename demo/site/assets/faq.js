// The FAQ's topic filter. It works for everybody; the topic is kept on this device only while "preferences" is granted.
// What the visitor takes back, Assent clears away by itself: `hc_faq_topic` is declared in consent.json.
{
  const KEY = "hc_faq_topic";
  const form = document.querySelector("#topics");
  const note = document.querySelector("#topics-note");
  const count = document.querySelector("#topics-count");

  const mayKeep = () => window.assent?.has?.("preferences") === true;
  const chosen = () => new FormData(form).get("topic");
  let kept = false;

  const show = () => {
    let shown = 0;
    for (const question of document.querySelectorAll(".question")) {
      question.hidden = chosen() !== "all" && question.dataset.topic !== chosen();
      if (!question.hidden) shown++;
    }
    count.textContent = count.dataset.text.replace("{n}", shown);
    note.textContent = mayKeep() ? note.dataset.kept : note.dataset.notKept;
  };

  /** Called at the start and after every change of consent: a grant brings the topic kept before back. */
  const update = () => {
    if (mayKeep() && !kept) {
      const input =
        chosen() === "all" && form.querySelector(`[value="${CSS.escape(localStorage.getItem(KEY) ?? "all")}"]`);
      if (input) input.checked = true;
      else localStorage.setItem(KEY, chosen());
    }
    kept = mayKeep();
    show();
  };

  form.addEventListener("change", () => {
    if (mayKeep()) localStorage.setItem(KEY, chosen());
    show();
  });
  document.addEventListener("assent:ready", update);
  document.addEventListener("assent:change", update);
  update();
}
