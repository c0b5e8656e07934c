/** Style sheets are imported for their effect: the bundler emits them beside the page or script that needs them. */
declare module '*.css';
/** Run for its effect by pdf.js itself; it comes without types. */
declare module 'pdfjs-dist/build/pdf.worker.mjs';
