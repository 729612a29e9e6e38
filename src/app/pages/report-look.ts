import { reportStyles } from '../../elements/shared/report.styles.ts';
import { adoptStyles } from './own-styles.ts';

/** Has pages in `app` show what was written the way a report does. */
export const wearReportLook = (app: Element): void => {
  adoptStyles(app, reportStyles);
};
