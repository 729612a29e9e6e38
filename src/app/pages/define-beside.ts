import { define } from '../../elements/shared/define.ts';
import { CommentBox } from './comment-box.ts';
import { CommentsHere, CommentsOn } from './comments-on.ts';

define('homeward-comment', CommentBox);
define('homeward-comments-here', CommentsHere);
define('homeward-comments-on', CommentsOn);
