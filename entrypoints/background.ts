import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../src/platform/browser/background.ts';

export default defineBackground(startBackground);
