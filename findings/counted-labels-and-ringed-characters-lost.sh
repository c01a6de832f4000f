#!/bin/sh
# mammoth 1.13.0, on a document that docx 9.15.2 writes, and on a field as Word's Enclose Characters writes it.
# Guess: what mammoth cannot carry over it names in a message; an empty list of messages means that the text is whole.
# Behaviour: two things that Word shows are lost without one. The label of a list that Word counts (问1：, 问2：) is made of a pattern in
#   another part of the file, and comes as a plain <ol>: the words that tell question from answer are gone. And a character in a ring,
#   two in the space of one, or a pronunciation of the older kind is a field EQ without stored text: its word is gone as well.
#   Word writes such fields to this day for these three (Murray Sargent's blog on EQ and East Asian text).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund mammoth@1.13.0 docx@9.15.2 jszip@3.10.1 >/dev/null
cat >labels.mjs <<'JS'
import { Document, LevelFormat, Packer, Paragraph } from 'docx';
import JSZip from 'jszip';
import mammoth from 'mammoth';
const levels = [{ level: 0, format: LevelFormat.DECIMAL, text: '问%1：' }];
const numbering = { reference: 'questions', level: 0 };
const children = [new Paragraph({ text: '为什么写？', numbering }), new Paragraph('因为喜欢。我住三号楼。')];
const file = await Packer.toBuffer(new Document({ numbering: { config: [{ reference: 'questions', levels }] }, sections: [{ children }] }));
const zip = await JSZip.loadAsync(file);
const xml = await zip.file('word/document.xml').async('string');
const mark = (type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const ring = `${mark('begin')}<w:r><w:instrText xml:space="preserve"> eq \\o\\ac(○,三)</w:instrText></w:r>${mark('end')}`;
const parted = xml.replace('三', `</w:t></w:r>${ring}<w:r><w:t>`);
zip.file('word/document.xml', parted);
const { value, messages } = await mammoth.convertToHtml({ buffer: await zip.generateAsync({ type: 'nodebuffer' }) });
console.log(value, 'messages', messages.length);
JS
seen=$(node labels.mjs)
printf '%s\n' "$seen"
[ "$seen" = '<ol><li>为什么写？</li></ol><p>因为喜欢。我住号楼。</p> messages 0' ]
