import { define } from '../../elements/shared/define.ts';
import { HelpPage } from './help.ts';
import { HonestyPart } from './honesty.ts';
import { SettingsPage } from './settings.ts';
import { WipePart } from './wipe.ts';

define('homeward-page-help', HelpPage);
define('homeward-page-settings', SettingsPage);
define('homeward-honesty', HonestyPart);
define('homeward-wipe', WipePart);
// Settings stand without these; they come while they are read.
void import('./define-lock-settings.ts');
void import('./define-keys.ts');
