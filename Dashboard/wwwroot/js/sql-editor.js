// A plain text area that completes words, and shows where a mistake is. Lines do not wrap, so that places can be counted.
const wordBefore = /[A-Za-z_][A-Za-z_0-9]*$/;
const most = 60;

class Editor {
    constructor(host, server) {
        Object.assign(this, { host, server, words: [], found: [], chosen: 0 });
        this.area = host.querySelector("textarea");
        this.list = host.querySelector(".words");
        this.mistake = host.querySelector(".mistake");
        this.area.addEventListener("input", () => {
            this.mistake.hidden = true;
            this.suggest(false);
        });
        this.area.addEventListener("keydown", event => this.press(event));
        this.area.addEventListener("blur", () => this.hide());
        this.area.addEventListener("scroll", () => {
            this.hide();
            this.show();
        });
        this.list.addEventListener("mousedown", event => {
            const item = event.target.closest("li");
            if (item) {
                event.preventDefault();
                this.accept([...this.list.children].indexOf(item));
            }
        });
    }

    text() {
        return this.area.value;
    }

    set(text) {
        this.area.value = text;
        this.hide();
    }

    complete(words) {
        this.words = words.map(word => {
            const [text, what] = word.split("\t");
            return { text, what, key: text.toLowerCase() };
        });
    }

    /** Shows a mistake, or none (line 0), and puts the cursor there. */
    mark(line, column) {
        this.place = line > 0 ? { line: line - 1, column: column - 1 } : undefined;
        this.show();
        if (this.place) {
            const lines = this.area.value.split("\n");
            const at = lines.slice(0, this.place.line).reduce((sum, text) => sum + text.length + 1, 0) + this.place.column;
            this.area.focus();
            this.area.setSelectionRange(at, at);
        }
    }

    show() {
        this.mistake.hidden = !this.place;
        if (this.place) {
            const text = this.area.value.split("\n")[this.place.line] ?? "";
            const length = /^\w+/.exec(text.slice(this.place.column))?.[0].length ?? 1;
            const { left, top, character, height } = this.position(this.place.line, text.slice(0, this.place.column));
            this.mistake.hidden = top < 0 || top + height > this.area.clientHeight || left < 0 || left > this.area.clientWidth;
            Object.assign(this.mistake.style, { left: `${left}px`, top: `${top + height - 3}px`, width: `${Math.max(8, length * character)}px` });
        }
    }

    /** Where a character stands: every one is as wide as any other, and a tab goes to the next of its stops. */
    position(line, before) {
        const style = getComputedStyle(this.area);
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = `${style.fontSize} ${style.fontFamily}`;
        const character = pen.measureText("m").width;
        const height = parseFloat(style.lineHeight);
        let column = 0;
        for (const c of before) {
            column = c === "\t" ? (Math.floor(column / 4) + 1) * 4 : column + 1;
        }

        return {
            character,
            height,
            left: parseFloat(style.paddingLeft) + 1 + column * character - this.area.scrollLeft,
            top: parseFloat(style.paddingTop) + 1 + line * height - this.area.scrollTop,
        };
    }

    suggest(isAsked) {
        const before = this.area.value.slice(0, this.area.selectionStart);
        const word = wordBefore.exec(before)?.[0].toLowerCase() ?? "";
        if (this.area.selectionStart !== this.area.selectionEnd || (!isAsked && word.length === 0)) {
            this.hide();
            return;
        }

        const starting = this.words.filter(item => item.key.startsWith(word) && item.key !== word);
        const within = word.length < 2 ? [] : this.words.filter(item => item.key.indexOf(word) > 0);
        this.found = [...starting, ...within].slice(0, most);
        this.start = before.length - word.length;
        this.hasMoved = isAsked;
        this.choose(0);
        this.list.hidden = this.found.length === 0;
        if (!this.list.hidden) {
            const { left, top, height } = this.position(before.split("\n").length - 1, before.slice(before.lastIndexOf("\n") + 1, this.start));
            Object.assign(this.list.style, { left: `${Math.max(0, Math.min(left, this.host.clientWidth - 220))}px`, top: `${top + height + 2}px` });
        }
    }

    choose(index) {
        this.chosen = index;
        this.list.replaceChildren(...this.found.map((item, i) => {
            const row = document.createElement("li");
            const what = document.createElement("span");
            row.setAttribute("role", "option");
            row.setAttribute("aria-selected", String(i === index));
            what.textContent = item.what ?? "";
            row.append(item.text, what);
            return row;
        }));
        this.list.children[index]?.scrollIntoView({ block: "nearest" });
    }

    accept(index) {
        const item = this.found[index];
        this.area.setRangeText(item.text, this.start, this.area.selectionStart, "end");
        this.hide();
        this.area.focus();
    }

    hide() {
        this.list.hidden = true;
    }

    press(event) {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            this.hide();
            this.server.invokeMethodAsync("AskAsync");
        } else if (event.key === " " && event.ctrlKey) {
            event.preventDefault();
            this.suggest(true);
        } else if (!this.list.hidden) {
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (step) {
                event.preventDefault();
                this.hasMoved = true;
                this.choose((this.chosen + step + this.found.length) % this.found.length);
            } else if (event.key === "Tab" || (event.key === "Enter" && this.hasMoved)) {
                event.preventDefault();
                this.accept(this.chosen);
            } else if (event.key === "Escape") {
                event.preventDefault();
                event.stopPropagation();
                this.hide();
            }
        }
    }
}

/** Makes the text area in an element an editor. */
export const edit = (host, server) => new Editor(host, server);
