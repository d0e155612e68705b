// What is seen until the program runs, in the reader's language and looks: chosen as the program will choose them
// (src/locale/mod.rs, src/web/app/settings.rs), so that nothing changes when it takes over.
{
  const WORDS = {};
  const root = document.documentElement;
  const kept = (name) => {
    try {
      return JSON.parse(localStorage.getItem(`yaolan.${name}`));
    } catch {
      return null; // forbidden or not ours
    }
  };
  const known = (tag) => {
    const [language, ...parts] = tag.toLowerCase().split(/[-_]/);
    if (language !== "zh") return language === "en" ? "en" : null;
    const script = parts.find((part) => part === "hans" || part === "hant");
    return script === "hant" || (!script && parts.some((part) => /^(tw|hk|mo)$/.test(part))) ? "zh-Hant" : "zh-Hans";
  };
  const chosen = kept("language");
  const tag = Object.hasOwn(WORDS, chosen) ? chosen : (navigator.languages.map(known).find(Boolean) ?? "en");
  const scheme = kept("scheme");
  if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  const system = scheme !== "light" && scheme !== "dark" && matchMedia("(prefers-contrast: more)").matches;
  if (scheme === "contrast" || system) root.dataset.contrast = "more";
  root.lang = tag;
  document.title = WORDS[tag]["app-name"];
  for (const element of document.querySelectorAll("[data-words]")) {
    element.textContent = WORDS[tag][element.dataset.words] ?? element.textContent;
  }
}
