// The work: libraries and texts drawn anew for each run, written out as a campaign for kit and as data for the peers.
import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { renderSVG } from 'uqr';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** Small deterministic generator (xorshift32): the seed is printed, so that a run can be had again. */
export function chance(seed) {
  let state = seed >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
  return {
    next,
    pick: (list) => list[Math.floor(next() * list.length)],
    between: (a, b) => a + Math.floor(next() * (b - a + 1)),
  };
}

const HEADS = [
  'Aal',
  'Brø',
  'Dams',
  'Eng',
  'Fisker',
  'Græs',
  'Høj',
  'Kær',
  'Lund',
  'Mølle',
  'Nør',
  'Østre',
  'Rørs',
  'Skov',
  'Sønder',
  'Tved',
  'Ulfs',
  'Vester',
  'Ærø',
  'Å',
];
const TAILS = ['bjerg', 'borg', 'by', 'dal', 'gård', 'havn', 'holm', 'løse', 'lund', 'rød', 'sted', 'strup', 'toft', 'vig', 'ø'];
const KINDS = [
  ['Bibliotek', 'Library'],
  ['Hovedbibliotek', 'Main Library'],
  ['Bibliotek og Kulturhus', 'Library and Arts Centre'],
];
const STREETS = ['Algade', 'Bredgade', 'Havnevej', 'Kirkestræde', 'Møllegade', 'Nygade', 'Skolevej', 'Torvet'];
const WORDS = {
  da: 'aften bord brød by dag dør fest fisk glas gæst hånd hus jord kaffe køkken lys læser mad menneske nabo ord pande ret rug salt sang stol suppe tid vand ven verden æble ønske år åbner og i på med for til ved som der den et en'.split(
    ' ',
  ),
  en: 'evening table bread town day door feast fish glass guest hand house soil coffee kitchen light reader food person neighbour word pan dish rye salt song chair soup time water friend world apple wish year opens and in on with for to at as there the a one'.split(
    ' ',
  ),
};

const capital = (text) => text[0].toUpperCase() + text.slice(1);
const sentence = (dice, language, least, most) =>
  `${capital(Array.from({ length: dice.between(least, most) }, () => dice.pick(WORDS[language])).join(' '))}.`;
const paragraph = (dice, language) => Array.from({ length: dice.between(3, 5) }, () => sentence(dice, language, 8, 16)).join(' ');

export const LANGUAGES = ['da', 'en'];
export const PIECES = ['poster', 'flyer', 'press-release'];

/** Draws the work of one run. */
export function draw(seed, count) {
  const dice = chance(seed);
  const names = new Set();
  while (names.size < count) names.add(dice.pick(HEADS) + dice.pick(TAILS) + (names.size > 250 ? ` ${names.size}` : ''));
  const libraries = [...names].map((place, i) => {
    const [da, en] = dice.pick(KINDS);
    return {
      id: `b${String(i).padStart(4, '0')}`,
      name: { da: `${place} ${da}`, en: `${place} ${en}` },
      street: `${dice.pick(STREETS)} ${dice.between(1, 99)}`,
      postcode: String(dice.between(1000, 9990)),
      town: place,
      day: dice.between(1, 28),
      room: { da: `Sal ${dice.between(1, 9)}`, en: `Hall ${dice.between(1, 9)}` },
    };
  });
  const texts = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      {
        headline: capital(`${dice.pick(WORDS[language])} ${dice.pick(WORDS[language])} ${dice.pick(WORDS[language])}`),
        line: sentence(dice, language, 6, 10),
        lead: sentence(dice, language, 14, 22),
        body: Array.from({ length: 4 }, () => paragraph(dice, language)),
        facts: Array.from({ length: 4 }, () => sentence(dice, language, 4, 8).slice(0, -1)),
      },
    ]),
  );
  return { seed, libraries, texts };
}

const MONTH = { da: 'oktober', en: 'October' };
const WEEKDAYS = {
  da: ['onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag', 'mandag', 'tirsdag'],
  en: ['Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday'],
};

/** The date as each document must print it: a day of October 2031, whose first is a Wednesday. */
export const dateOf = (library, language) =>
  language === 'da'
    ? `${WEEKDAYS.da[(library.day - 1) % 7]} den ${library.day}. ${MONTH.da} 2031`
    : `${WEEKDAYS.en[(library.day - 1) % 7]} ${library.day} ${MONTH.en} 2031`;

export const addressOf = (library) => `https://example.org/${library.id}`;

async function photograph(file, seed) {
  // Soft clouds of light colour with grain, on which dark type can be read: compresses like a photograph, and nobody owns it.
  const dice = chance(seed ^ 0x9e3779b9);
  const small = { width: 24, height: 34, channels: 3 };
  const pixels = Buffer.from(Array.from({ length: small.width * small.height * 3 }, () => dice.between(165, 250)));
  const [width, height] = [1240, 1754];
  const grain = Buffer.from(Array.from({ length: width * height }, () => 118 + dice.between(0, 20)));
  const noise = await sharp(grain, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
  await sharp(pixels, { raw: small })
    .resize(width, height, { kernel: 'cubic' })
    .composite([{ input: noise, blend: 'soft-light' }])
    .jpeg({ quality: 82 })
    .toFile(file);
}

const font = (family, folder, file) => join(dirname(require.resolve(`@expo-google-fonts/${family}/package.json`)), folder, file);

export const FONTS = [
  [font('alegreya', '900Black', 'Alegreya_900Black.ttf'), 'Alegreya-Black.ttf'],
  [font('fira-sans', '400Regular', 'FiraSans_400Regular.ttf'), 'FiraSans-Regular.ttf'],
  [font('fira-sans', '600SemiBold', 'FiraSans_600SemiBold.ttf'), 'FiraSans-SemiBold.ttf'],
];

/** Writes the work into `folder`: `campaign/` for kit, `typst/` for Typst. */
export async function writeWork(folder, work) {
  const campaign = join(folder, 'campaign');
  const set = join(campaign, 'sets', 'bench');
  mkdirSync(join(campaign, 'texts'), { recursive: true });
  cpSync(join(here, 'sets', 'bench'), set, { recursive: true });
  mkdirSync(join(set, 'fonts'), { recursive: true });
  for (const [from, to] of FONTS) copyFileSync(from, join(set, 'fonts', to));
  await photograph(join(set, 'photo.jpg'), work.seed);
  for (const language of LANGUAGES) writeFileSync(join(campaign, 'texts', `${language}.md`), markdown(work.texts[language]));
  writeFileSync(join(campaign, 'libraries.csv'), csv(work.libraries));
  writeFileSync(join(campaign, 'campaign.yaml'), CAMPAIGN);

  const typst = join(folder, 'typst');
  mkdirSync(join(typst, 'qr'), { recursive: true });
  mkdirSync(join(typst, 'fonts'), { recursive: true });
  for (const piece of PIECES) copyFileSync(join(here, 'typst', `${piece}.typ`), join(typst, `${piece}.typ`));
  for (const [from, to] of FONTS) copyFileSync(from, join(typst, 'fonts', to));
  for (const name of ['photo.jpg', 'logo.svg']) copyFileSync(join(set, name), join(typst, name));
  for (const library of work.libraries)
    writeFileSync(join(typst, 'qr', `${library.id}.svg`), renderSVG(addressOf(library), { border: 4 }));
  const jobs = work.libraries.flatMap((library) =>
    LANGUAGES.flatMap((language) =>
      PIECES.map((piece) => ({
        piece,
        out: `${library.id}/${piece}-${language}.pdf`,
        data: {
          lang: language,
          name: library.name[language],
          id: library.id,
          date: dateOf(library, language),
          time: language === 'da' ? 'kl. 17.30–20.30' : '5.30–8.30 pm',
          room: library.room[language],
          street: library.street,
          place: `${library.postcode} ${library.town}`,
          url: addressOf(library),
          ...work.texts[language],
        },
      })),
    ),
  );
  writeFileSync(join(typst, 'jobs.json'), JSON.stringify(jobs));
  return { campaign: join(campaign, 'campaign.yaml'), typst };
}

const markdown = (t) => `# poster

## headline
${t.headline}

## line
${t.line}

# press

## headline
${t.headline}: {{library.name}}

## lead
${t.lead}

## body
${t.body.join('\n\n')}

## facts
${t.facts.map((fact) => `- ${fact}`).join('\n')}
`;

const csv = (libraries) =>
  ['id;name;name_en;street;postcode;town;url;event.date;event.room;event.room_en']
    .concat(
      libraries.map((l) =>
        [
          l.id,
          l.name.da,
          l.name.en,
          l.street,
          l.postcode,
          l.town,
          addressOf(l),
          `2031-10-${String(l.day).padStart(2, '0')}`,
          l.room.da,
          l.room.en,
        ].join(';'),
      ),
    )
    .join('\n');

const CAMPAIGN = `id: bench
title: {da: Høstfest, en: Harvest Feast}
status: final
template: sets/bench
languages: [da, en]
timezone: Europe/Copenhagen
organiser: {name: {da: Biblioteksforeningen, en: The Library Society}}
event: {date: 2031-10-02, start: "17:30", end: "20:30"}
pieces: {poster: , flyer: , press-release: }
texts: {da: texts/da.md, en: texts/en.md}
libraries: libraries.csv
`;
