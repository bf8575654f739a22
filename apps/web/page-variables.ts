import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { productName } from '@share-my-files/contract';

const tokens = join(import.meta.dirname, 'src/styles/tokens.css');

const readPageColors = () => {
  const declaration = /--color-page: light-dark\((?<light>[^,]+), (?<dark>[^)]+)\)/;
  const { light, dark } = declaration.exec(readFileSync(tokens, 'utf8'))?.groups ?? {};
  if (light === undefined || dark === undefined) throw new Error(`${tokens} declares no --color-page.`);
  return { light, dark };
};

/** What `index.html` writes as `%NAME%`, as definitions of Vite. */
export const definePageVariables = (): Record<string, string> => {
  const { light, dark } = readPageColors();
  const variables = { PRODUCT_NAME: productName, COLOR_PAGE_LIGHT: light, COLOR_PAGE_DARK: dark };
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [`import.meta.env.${name}`, JSON.stringify(value)]),
  );
};
