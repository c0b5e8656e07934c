import { expect, it } from 'vitest';
import { detectLanguage } from '../../../src/text/detect-language.ts';

it.each([
  ['en', 'The old bridge was opened to walkers on Monday, and it is full of people.'],
  ['fr', 'Le vieux pont a été ouvert aux promeneurs lundi, et il est plein de monde.'],
  ['de', 'Die alte Brücke wurde am Montag für Spaziergänger geöffnet und ist sehr voll.'],
  ['es', 'El viejo puente se abrió el lunes para los paseantes y está lleno de gente.'],
  ['ru', 'Старый мост открыли в понедельник, и он был полон людей, как и в прошлом году.'],
  ['ar', 'فتح الجسر القديم يوم الاثنين أمام الزوار بعد عامين من الترميم في المدينة.'],
  ['fa', 'پل قدیمی روز دوشنبه پس از دو سال تعمیر برای مردم باز شد و این خبر را شهردار گفت.'],
  ['he', 'הגשר הישן נפתח ביום שני לאחר שנתיים של שיפוצים.'],
  ['zh', '旧桥在星期一重新开放，很多人来参观。'],
  ['ja', '古い橋は月曜日に開通し、多くの人が訪れた。'],
])('knows %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

it.each([
  'Bridge',
  '',
  '12345 67890',
  'Harbour Bridge Opens Monday Morning',
  'Старий міст відкрили у понеділок, і він був повний людей.',
  'Broen åbnede mandag, og mange mennesker kom.',
  'The bridge جسر',
])('is unsure of “%s”', (text) => {
  expect(detectLanguage(text)).toBeNull();
});
