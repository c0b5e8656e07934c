import { createPanelPort } from '../../src/platform/browser/panel-port.ts';
import { mount } from '../../src/ui/mount.tsx';
import { Card } from '../../src/ui/views/Card.tsx';

mount(Card, 'cardTitle', document.querySelector<HTMLElement>('#view') ?? document.body, createPanelPort());
