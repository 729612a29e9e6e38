import { define } from '../../elements/shared/define.ts';
import { SearchPage } from './search.ts';

define('homeward-page-search', SearchPage);
