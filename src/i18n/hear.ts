import { LOCALE_STATUS_EVENT } from '@lit/localize';
import type { ReactiveControllerHost } from 'lit';

/** Shows `host` anew each time another language is spoken while it is in a page, after `heard` did what else is to be done. */
export function hearLanguage(host: ReactiveControllerHost, heard: () => void = () => undefined): void {
  const hear = ({ detail }: WindowEventMap[typeof LOCALE_STATUS_EVENT]): void => {
    if (detail.status !== 'ready') return;
    heard();
    host.requestUpdate();
  };
  host.addController({
    hostConnected: () => {
      window.addEventListener(LOCALE_STATUS_EVENT, hear);
    },
    hostDisconnected: () => {
      window.removeEventListener(LOCALE_STATUS_EVENT, hear);
    },
  });
}
