import { describe, expect, it } from 'vitest';
import { isolate, splitIsolated } from '../../../src/ui/isolate.ts';

describe('isolated words', () => {
  it('are found again in a message, between what was said around them', () => {
    const message = `פורסם ב-${isolate('Islam Times', 'rtl')} וב-${isolate('Press TV', 'rtl')}.`;
    expect(splitIsolated(message)).toEqual(['פורסם ב-', 'Islam Times', ' וב-', 'Press TV', '.']);
  });

  it('are none where every letter runs with the interface, or none is there', () => {
    expect(isolate('Islam Times', 'ltr')).toBe('Islam Times');
    expect(isolate('12', 'rtl')).toBe('12');
  });

  it('are not what an archived text isolates by itself, nor what it turns round within', () => {
    expect(splitIsolated('a \u2068b\u2069 c')).toEqual(['a \u2068b\u2069 c']);
    const turned = isolate('abc \u202Edef', 'rtl');
    expect(splitIsolated(turned)).toEqual([turned]);
  });
});
