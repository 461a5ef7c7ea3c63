/**
 * The words of a front-coded list (Witten, Moffat and Bell, Managing Gigabytes, 4.1): each is a capital,
 * which says how many letters it begins with of the word before it (A for none), and the letters after
 * those: "AfactCmiliGar" is "fact", "famili", "familiar". To change a list, decode it, change the words and
 * code them by what front-coding.test.ts codes with.
 */
export function frontDecode(list: string): string[] {
  let word = '';
  return list.split(/(?=[A-Z])/).map((part) => {
    word = word.slice(0, part.charCodeAt(0) - 65) + part.slice(1);
    return word;
  });
}
