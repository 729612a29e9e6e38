import '../../elements/homeward-factors.ts';
import { define } from '../../elements/shared/define.ts';
import { FactorsPage } from './factors-page.ts';

define('homeward-page-factors', FactorsPage);
