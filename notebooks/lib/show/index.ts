export { bundlesOf, isShowable, PictureError, pictureBundle, type Showable, VEGA_LITE_5 } from './bundle-of.ts';
export { type Cell, currentCell } from './cell.ts';
export { DATA_BEHIND, type DataBehind } from './data-entry.ts';
export { escapeHtml } from './escape-html.ts';
export { lookOf, show } from './show.ts';
export { type MediaBundle, SHOW, type ShowsItself, showsItself } from './shows-itself.ts';
