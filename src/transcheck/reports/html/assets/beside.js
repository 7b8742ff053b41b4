// a page of a folder: the script lies beside it, once for all pages
const script = document.createElement("script");
script.src = "SCRIPT";
script.onerror = () => document.querySelector(".alone").classList.add("said");
document.body.append(script);
