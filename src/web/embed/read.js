/** The bytes at an address, as a browser gets them. */
export async function read(place) {
  const answer = await fetch(place);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
