import { createPanelPort } from '../../src/platform/browser/panel-port.ts';
import { mount } from '../../src/ui/mount.tsx';
import { Popup } from '../../src/ui/views/Popup.tsx';

mount(Popup, 'popupTitle', document.querySelector<HTMLElement>('#view') ?? document.body, createPanelPort());
