export * from '../text/result.ts';
