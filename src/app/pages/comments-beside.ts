import { html, type TemplateResult } from 'lit';
import type { Session } from '../../session/session.ts';

/** What readers said, each to stand under its answer in a form: one element for each answer that has comments. */
export function commentsBeside(session: Session): readonly TemplateResult[] {
  const places = new Set(session.assessment.comments?.flatMap(({ place }) => place ?? []));
  return [...places].map(
    (place) =>
      html`<homeward-comments-on slot="beside:${place}" .session=${session} .place=${place}></homeward-comments-on>`,
  );
}
