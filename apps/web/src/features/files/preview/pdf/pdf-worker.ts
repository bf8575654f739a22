// Starts by itself, in a file whose name ends in .js: not every server knows the type of .mjs.
import 'pdfjs-dist/build/pdf.worker.min.mjs';
