import { createPanelPort } from '../../src/platform/browser/panel-port.ts';
import { mount } from '../../src/ui/mount.tsx';
import { Reader } from '../../src/ui/views/Reader.tsx';

mount(
  Reader,
  'readerTitle',
  document.querySelector<HTMLElement>('#view') ?? document.body,
  createPanelPort(),
);
