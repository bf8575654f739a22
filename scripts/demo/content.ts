import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawLandscape, type Landscape } from './draw-landscape.ts';
import type { DemoFile } from './upload-file.ts';

/** A folder of the demo, and what is in it. */
export type DemoFolder = { readonly name: string; readonly files: readonly DemoFile[] };

const picture = (name: string, landscape: Landscape): DemoFile => ({
  name,
  mediaType: 'image/png',
  bytes: drawLandscape(landscape),
});

const text = (name: string, mediaType: string, lines: readonly string[]): DemoFile => ({
  name,
  mediaType,
  bytes: Buffer.from(`${lines.join('\n')}\n`),
});

const film: DemoFile = {
  name: 'Sunrise.webm',
  mediaType: 'video/webm',
  bytes: readFileSync(join(import.meta.dirname, 'sunrise.webm')),
};

export const createHills = (): DemoFolder => ({
  name: 'Hills in autumn',
  files: [
    picture('Dawn.png', {
      sky: [92, 120, 190],
      horizon: [255, 196, 140],
      hill: [38, 44, 74],
      sun: [0.7, 0.36],
      place: 0,
    }),
    picture('Noon.png', {
      sky: [66, 140, 226],
      horizon: [214, 236, 255],
      hill: [34, 96, 58],
      sun: [0.5, 0.12],
      place: 4,
    }),
    picture('Dusk.png', {
      sky: [50, 34, 92],
      horizon: [250, 120, 92],
      hill: [36, 18, 44],
      sun: [0.28, 0.38],
      place: 9,
    }),
    picture('First snow.png', {
      sky: [120, 160, 210],
      horizon: [232, 240, 250],
      hill: [90, 120, 150],
      sun: [0.85, 0.2],
      place: 13,
    }),
    film,
  ],
});

export const createTrip = (): DemoFolder => ({
  name: 'Bicycle trip',
  files: [
    text('Plan.md', 'text/markdown', [
      '# Bicycle trip in May',
      '',
      '1. **Friday:** train to the coast',
      '2. **Saturday:** 64 km along the river',
      '3. **Sunday:** home over the hills',
      '',
      '- [x] Ask Ben for the tent',
      '- [ ] New tyres',
    ]),
    text('Costs.csv', 'text/csv', [
      'What,Who,Euro',
      'Train tickets,Ana,86.40',
      'Camp site,Ben,44.00',
      'Food,both,71.25',
    ]),
    text('Distance.ts', 'text/plain', [
      'const stages = [18, 64, 41];',
      '',
      'export const distance = stages.reduce((total, kilometres) => total + kilometres, 0);',
    ]),
  ],
});

export const createRecipes = (): DemoFolder => ({
  name: 'Recipes',
  files: [
    text('Jollof rice.md', 'text/markdown', [
      '# Jollof rice',
      '',
      'For four people: 400 g of rice, 4 tomatoes, 2 peppers, 1 onion, stock, thyme.',
      '',
      '1. Blend tomatoes, peppers and onion; fry them until the oil separates.',
      '2. Add stock, thyme and rice. Cover, and leave it alone for 30 minutes.',
    ]),
  ],
});
