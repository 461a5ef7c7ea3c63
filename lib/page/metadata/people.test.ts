import { expect, test } from 'vitest';
import { namesOfLine, splitNames, turnCatalogueName } from './people';

test.each<readonly [string, readonly string[]]>([
  ['By Ida Voss', ['Ida Voss']],
  ['Von Ida Voss und Odo Marsh', ['Ida Voss', 'Odo Marsh']],
  ['Ida Voss, Odo Marsh and Lena Quist', ['Ida Voss', 'Odo Marsh', 'Lena Quist']],
  ['Ida Voss, Odo Marsh, and Lena Quist', ['Ida Voss', 'Odo Marsh', 'Lena Quist']],
  ['Ida Voss, Senior Editor', ['Ida Voss']],
  ['Ida Voss, Jr.', ['Ida Voss, Jr.']],
  ['Ida Voss, PhD & Odo Marsh', ['Ida Voss, PhD', 'Odo Marsh']],
  ['Ida Voss (with Odo Marsh)', ['Ida Voss', 'Odo Marsh']],
  ['Ida Voss (https://ida.example)', ['Ida Voss']],
  ['Ida Voss <ida@ledger.example>', ['Ida Voss']],
  ['Ida Voss | Ida Voss', ['Ida Voss']],
  ['Ida Voss y Odo Marsh', ['Ida Voss', 'Odo Marsh']],
  ['Ida Voss e Odo Marsh', ['Ida Voss', 'Odo Marsh']],
  ['Lena Quist, Ida Voss y Odo Marsh', ['Lena Quist', 'Ida Voss', 'Odo Marsh']],
  ['Ilario Vela y Tarn', ['Ilario Vela y Tarn']],
  ['Mina Orr e Quist', ['Mina Orr e Quist']],
  ['Anders Sand', ['Anders Sand']],
  ['Bynum Orr', ['Bynum Orr']],
  ['山田 花子', ['山田 花子']],
  ['作者：张三', ['张三']],
  ['记者: 张三、李四', ['张三', '李四']],
  ['Автор: Ида Восс и Одо Марш', ['Ида Восс', 'Одо Марш']],
  ['@idavoss', []],
  ['https://ledger.example/ida', []],
  ['admin', []],
  ['Alle Beiträge', []],
  ['View all posts by Ida Voss', ['Ida Voss']],
  ['The Ledger Staff', []],
  ['Ida Voss and Reuters', ['Ida Voss']],
  ['Ida Voss, Chefredakteurin', ['Ida Voss']],
  ['Photo by Odo Marsh', []],
  ['RÉDACTION', []],
  ['Über uns', []],
  ['The Associated Press', []],
  ['Ledger News-Desk', []],
  ['All', []],
  ['Allan Orr', ['Allan Orr']],
  ['Ida Voss, Mitgründerin', ['Ida Voss']],
  ['Ida Voss, data scientist', ['Ida Voss']],
  ['Ida Voss, Sunday Ledger', ['Ida Voss']],
  ['Ida Voss, Theodora Fordey', ['Ida Voss', 'Theodora Fordey']],
  ['Ida Voss, Jan Quist', ['Ida Voss', 'Jan Quist']],
  ['Ida Voss et al.', ['Ida Voss']],
  ['Ida Voss, et al', ['Ida Voss']],
  ['Voss, Ida; Marsh, Odo', ['Ida Voss', 'Odo Marsh']],
  ['Ida Voss, Editor; Odo Marsh, Writer', ['Ida Voss', 'Odo Marsh']],
  ['Ida Voss, PhD; Odo Marsh, MD', ['Ida Voss, PhD', 'Odo Marsh, MD']],
  ['', []],
])('%s', (text, names) => {
  expect(splitNames(text)).toEqual(names);
});

test.each<readonly [string, readonly string[]]>([
  ['By Jan Quist and Mar Orr', ['Jan Quist', 'Mar Orr']],
  ['By Jun-Ho Sand', ['Jun-Ho Sand']],
  ['By Prof. Ida Voss', ['Prof. Ida Voss']],
  ['By Ida Voss, Professor of Weights', ['Ida Voss']],
  ['By Ida Voss | March 4, 2025', ['Ida Voss']],
  ['By Ida Voss • Updated March 4, 2025', ['Ida Voss']],
  ['By Ida Voss · Tuesday, 4 March 2025', ['Ida Voss']],
  ['By Ida Voss | Politics', ['Ida Voss']],
  ['By Ida Voss | Odo Marsh', ['Ida Voss', 'Odo Marsh']],
  ['By Ida Voss Jan 5, 2025', ['Ida Voss']],
  ['By Ida and Odo', ['Ida', 'Odo']],
])('the line %s', (text, names) => {
  expect(namesOfLine(text)).toEqual(names);
});

test('catalogue names are turned', () => {
  expect(turnCatalogueName('Voss, Ida')).toBe('Ida Voss');
  expect(turnCatalogueName('Ida Voss')).toBe('Ida Voss');
  expect(turnCatalogueName('Wu, Di')).toBe('Di Wu');
});

test('a line that is nearly a list of catalogue names is given up at once', () => {
  // Were there two ways to read each of them, this would not end.
  expect(splitNames(`${'Voss, Ida; '.repeat(40)};`)).toEqual(['Voss']);
});
