import {
  getDocument,
  InvalidPDFException,
  PasswordException,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
  PDFWorker,
  VerbosityLevel,
  version,
} from 'pdfjs-dist';
import type { ReadableFile } from '../loaded-content.tsx';
import { UnreadableFileError } from '../unreadable-file-error.ts';

class RangeTransport extends PDFDataRangeTransport {
  readonly #failed = Promise.withResolvers<never>();
  readonly #file: ReadableFile;
  readonly #abort = new AbortController();
  /** Rejects when a range could not be read. */
  readonly failure = this.#failed.promise;

  constructor(file: ReadableFile) {
    super(file.sizeBytes, null);
    this.#file = file;
    // Only waiting pages handle it.
    this.failure.catch(() => undefined);
  }

  override requestDataRange(begin: number, end: number): void {
    this.#file
      .readRange(begin, end - begin, this.#abort.signal)
      .then((bytes) => this.onDataRange(begin, bytes), this.#failed.reject);
  }

  override abort(): void {
    this.#abort.abort();
  }
}

/** A document, and how to end it with its worker. */
export type OpenedPdf = {
  readonly pdf: PDFDocumentProxy;
  /** Height of the first page, for a width of 1. */
  readonly ratio: number;
  /** Rejects when a later page cannot be read. */
  readonly failure: Promise<never>;
  readonly close: () => void;
};

const explain = (cause: unknown): unknown => {
  if (cause instanceof PasswordException)
    return new UnreadableFileError({ title: 'This PDF is protected by a password' }, { cause });
  if (cause instanceof InvalidPDFException)
    return new UnreadableFileError({ title: 'This PDF is damaged' }, { cause });
  return cause;
};

// Else it would warn about each flaw of a file.
const verbosity = VerbosityLevel.ERRORS;

/** Where apps/web/pdf-data.ts puts what pdf.js loads when a document needs it. */
const dataUrlOf = (folder: string): string =>
  new URL(`/assets/pdf-${version}/${folder}/`, location.href).href;

const maximumImagePixels = 64 * 1024 * 1024;

/** Opens a PDF in a worker. Its scripts, forms and links need code of pdf.js that is not loaded here. */
export const openPdf = async (file: ReadableFile, signal: AbortSignal): Promise<OpenedPdf> => {
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const range = new RangeTransport(file);
  const task = getDocument({
    range,
    worker: PDFWorker.create({ port, verbosity }),
    // Reads the pages that are looked at, not the rest.
    disableStream: true,
    disableAutoFetch: true,
    // The policy of the page forbids WebAssembly.
    useWasm: false,
    cMapUrl: dataUrlOf('cmaps'),
    standardFontDataUrl: dataUrlOf('standard_fonts'),
    wasmUrl: dataUrlOf('wasm'),
    disableWorkerRendering: true,
    maxImageSize: maximumImagePixels,
    verbosity,
  });
  const close = () => {
    range.abort();
    void task.destroy().finally(() => port.terminate());
  };
  signal.addEventListener('abort', close);
  try {
    const pdf = await Promise.race([task.promise, range.failure]);
    const page = await Promise.race([pdf.getPage(1), range.failure]);
    const { width, height } = page.getViewport({ scale: 1 });
    return { pdf, ratio: height / width, failure: range.failure, close };
  } catch (error) {
    close();
    throw explain(error);
  } finally {
    signal.removeEventListener('abort', close);
  }
};
