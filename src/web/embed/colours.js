/** The kinds that are highlighted in the text, the uppermost first. A tint of theirs is laid over the host's own ground, light or dark. */
export const COLOURS = {
  indicator: "#d0306f", person: "#d9622b", organization: "#3f7fe0", place: "#2c9e6b", facility: "#17a2b4",
  event: "#a55bd0", code: "#c49a00", programme: "#6f6cdf", time: "#7d8794",
};
