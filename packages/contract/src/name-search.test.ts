import { expect, test } from 'vitest';
import { matchName } from './name-search.ts';

const marked = (name: string, query: string): string | undefined =>
  matchName(name, query)
    ?.reverse()
    .reduce(
      (text, { start, end }) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
      name,
    );

test.each([
  ['Résumé 2027.pdf', 'resume', '[Résumé] 2027.pdf'],
  ['resume.pdf', 'RÉSUMÉ', '[resume].pdf'],
  ['Re\u0301sume\u0301.pdf', 'résumé', '[Re\u0301sume\u0301].pdf'],
  ['Budget 2027 final.csv', 'final budg', '[Budg]et 2027 [final].csv'],
  ['Отчёт за май.docx', 'отчет', '[Отчёт] за май.docx'],
  ['契約書_最終版.pdf', '最終', '契約書_[最終]版.pdf'],
  ['ｆｕｌｌ.txt', 'full', '[ｆｕｌｌ].txt'],
  ['holiday 🎉 photos.zip', '🎉', 'holiday [🎉] photos.zip'],
  ['שָׁלוֹם.txt', 'שלום', '[שָׁלוֹם].txt'],
  ['ΟΔΥΣΣΕΥΣ.txt', 'οδυσσευς', '[ΟΔΥΣΣΕΥΣ].txt'],
  ['100%_sure.txt', '0%_', '10[0%_]sure.txt'],
])('in %j, %j marks %j', (name, query, expected) => {
  expect(marked(name, query)).toBe(expected);
});

test('every word has to be in the name', () => {
  expect(matchName('budget.csv', 'budget 2027')).toBeUndefined();
  expect(matchName('की.txt', 'का')).toBeUndefined();
});
