/** Whether a file is meant as a card although it cannot be read: it is named like one, or says so. */
export function isMeantAsCard(path: string, text: string): boolean {
  const name = path.split(/[\\/]/).at(-1) ?? '';
  return /^ins_/i.test(name) || /^["']?id["']?[ \t]*:[ \t]*["']?ins_/m.test(text.slice(0, 20_000));
}
