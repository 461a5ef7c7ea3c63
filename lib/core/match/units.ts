/** The code units of a text as numbers: reading them from the string costs several times as much. */
const newUnits = (length: number): Uint16Array => new Uint16Array(length);

let units = newUnits(4096);

/** The code units of a text, and a 0 after them; they hold until the next call. */
export function unitsOf(text: string): Uint16Array {
  const { length } = text;
  if (length >= units.length) units = newUnits(2 * length);
  for (let at = 0; at < length; at += 1) units[at] = text.charCodeAt(at);
  units[length] = 0;
  return units;
}
