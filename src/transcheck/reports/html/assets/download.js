// a file that the page makes itself: from memory to the folder of downloads, over no network
function download(name, type, text) {
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// a cell of CSV: quoted where needed, and never a formula to a spreadsheet
function cell(text) {
  const plain = text.replace(/[\r\n]+/g, " ").trim();
  const safe = /^[=+\-@\t]/.test(plain) ? `'${plain}` : plain;
  return /[",']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
