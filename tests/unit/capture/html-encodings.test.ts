import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/capture/decode-text.ts';

/** The bytes of a text in a code page of one byte a letter. */
function encode(text: string, label: string): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder(label);
  const table = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) table.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from(text, (letter) => table.get(letter) ?? 0x3f);
}

const RUSSIAN =
  'Старый мост через реку открыли для пешеходов в понедельник после двух лет ремонта северной арки.';
const ARABIC = 'افتتح الجسر القديم على النهر أمام المشاة يوم الاثنين بعد سنتين من الترميم في المدينة.';
const HEBREW = 'הגשר הישן מעל הנהר נפתח להולכי רגל ביום שני לאחר שנתיים של שיפוצים בקשת הצפונית.';
const GERMAN =
  'Die Brücke über den Fluss ist für Fußgänger geöffnet; die Bürger hören Glückwünsche und müssen nur noch über die schöne Böschung gehen.';
const GREEK = 'Η παλιά γέφυρα πάνω από το ποτάμι άνοιξε για τους πεζούς τη Δευτέρα μετά από δύο χρόνια.';

describe('text in an older encoding', () => {
  it.each([
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['ibm866', RUSSIAN],
    ['windows-1256', ARABIC],
    ['windows-1255', HEBREW],
    ['windows-1252', GERMAN],
    ['windows-1253', GREEK],
  ])('is known by its letters: %s', (label, text) => {
    expect(decodeText(encode(text, label))).toEqual({ ok: true, text });
  });

  it('is read as it declares', () => {
    const page = '<?xml version="1.0" encoding="windows-1252"?><p>Fußgänger</p>';
    expect(decodeText(encode(page, 'windows-1252'))).toEqual({ ok: true, text: page });
    const meta =
      '<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>мост</p>';
    expect(decodeText(encode(meta, 'windows-1251'))).toEqual({ ok: true, text: meta });
  });

  it('is UTF-8 where the bytes are that, whatever is declared', () => {
    const page = '<meta charset="windows-1251"><p>Старый мост</p>';
    expect(decodeText(new TextEncoder().encode(page))).toEqual({ ok: true, text: page });
  });

  it('is refused where a few letters could be anything', () => {
    expect(decodeText(encode('Brücke über', 'windows-1252'))).toMatchObject({ ok: false, code: 'not-utf-8' });
  });

  it('is not seen in noise', () => {
    let state = 1;
    const noise = Uint8Array.from({ length: 4_000 }, () => {
      state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
      return 32 + ((state >> 16) % 224);
    });
    expect(decodeText(noise)).toMatchObject({ ok: false });
  });
});
