import { expect, it } from 'vitest';
import { digestOf, isDigest } from '../../../src/archive/digest.ts';

it('is the SHA-256 of the bytes, as in FIPS 180-4', async () => {
  const digest = await digestOf(new TextEncoder().encode('abc'));
  expect(digest).toBe('sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(isDigest(digest)).toBe(true);
  expect(isDigest('sha256:abc')).toBe(false);
});
