#!/bin/sh
# mammoth 1.13.0, a .docx as Word writes it.
# Guess: what Word shows is what comes out: text marked hidden stays out, and a word with its pronunciation above it (Word's
#   Phonetic Guide, usual for Chinese and Japanese names) comes out with or without the pronunciation.
# Behaviour: the other way about. Hidden text comes out as if it were shown, without a message. The annotated word is gone with its
#   pronunciation; a message names the element, not the word.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund mammoth@1.13.0 jszip@3.10.1 >/dev/null
cat >word.mjs <<'JS'
import JSZip from 'jszip';
import mammoth from 'mammoth';
const office = 'http://schemas.openxmlformats.org';
const run = (text, looks = '') => `<w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const ruby = `<w:r><w:ruby><w:rt>${run('sòng')}</w:rt><w:rubyBase>${run('宋')}</w:rubyBase></w:ruby></w:r>`;
const body = `<w:p>${run('said: ')}${run('hidden', '<w:vanish/>')}</w:p><w:p>${ruby}${run('said')}</w:p>`;
const zip = new JSZip();
const part = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const types = `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${part}"/></Types>`;
const link = `<Relationship Id="r1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>`;
zip.file('[Content_Types].xml', types);
zip.file('_rels/.rels', `<Relationships xmlns="${office}/package/2006/relationships">${link}</Relationships>`);
zip.file('word/document.xml', `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`);
const { value, messages } = await mammoth.convertToHtml({ buffer: await zip.generateAsync({ type: 'nodebuffer' }) });
console.log(value);
for (const { message } of messages) console.log(message);
JS
seen=$(node word.mjs)
echo "$seen"
[ "$seen" = '<p>said: hidden</p><p>said</p>
An unrecognised element was ignored: w:ruby' ]
