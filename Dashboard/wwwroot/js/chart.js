// Draws with Apache ECharts. The server says once what a chart is, and then sends only new points.
const library = "./_content/Vizor.ECharts/js/vizor-echarts-bundle-min.js";
let loading;

/** The library is a classic script of a megabyte: loaded with the first chart. */
function load() {
    loading ??= new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(library, document.baseURI).href;
        script.onload = () => resolve(globalThis.echarts);
        script.onerror = () => {
            loading = undefined;
            reject(new Error("The chart library could not be loaded."));
        };
        document.head.append(script);
    });
    return loading;
}

const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const colourOf = (series, index) => token(`--series-${(series.colour ?? index) % 12}`);

const short = value => {
    if (value === null || value === undefined || Number.isNaN(value)) {
        return "–";
    }

    const size = Math.abs(value);
    if (size >= 1e9) return `${+(value / 1e9).toPrecision(3)} G`;
    if (size >= 1e6) return `${+(value / 1e6).toPrecision(3)} M`;
    if (size >= 1e4) return `${+(value / 1e3).toPrecision(3)} k`;
    return `${+value.toPrecision(4)}`;
};

const two = value => String(value).padStart(2, "0");
const clock = (ms, withDate) => {
    const at = new Date(ms);
    const time = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
    return withDate ? `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${time}` : time;
};

const escape = text => String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);

/** Where a time axis ends: a minute at least is shown, and not the two days that the library puts around a single moment. */
function end({ min, max }, side) {
    const shortest = 60_000;
    return Number.isFinite(min) && max - min < shortest ? (min + max + side * shortest) / 2 : null;
}

function horizontal(model) {
    const lines = { axisLine: { lineStyle: { color: token("--line-strong") } }, axisTick: { show: false }, splitLine: { show: false } };
    const label = { color: token("--text-soft"), hideOverlap: true };
    switch (model.axis) {
        case "Time": return { type: "time", ...lines, min: range => end(range, -1), max: range => end(range, 1), axisLabel: { ...label, formatter: value => clock(value) } };
        case "Category": return { type: "category", data: model.categories ?? [], ...lines, axisLabel: label };
        default: return {
            type: "value", scale: true, min: model.axisMinimum == null ? undefined : range => Math.min(model.axisMinimum, range.min), name: model.axisUnit, nameLocation: "middle", nameGap: 24,
            nameTextStyle: { color: token("--text-soft") }, ...lines, axisLabel: { ...label, formatter: short },
        };
    }
}

function vertical(model) {
    const label = { color: token("--text-soft") };
    if (model.rows) {
        return { type: "category", data: model.rows, axisTick: { show: false }, axisLine: { show: false }, axisLabel: label };
    }

    return {
        type: model.isLogarithmic ? "log" : "value",
        max: model.maximum == null ? undefined : range => Math.max(model.maximum, range.max),
        axisLabel: { ...label, formatter: short },
        splitLine: { lineStyle: { color: token("--line") } },
    };
}

/** A second axis at the right, for series of another unit. */
function bothVertical(model) {
    const right = { ...vertical(model), max: undefined, position: "right", splitLine: { show: false } };
    return model.series.some(series => series.isOnRight) ? [vertical(model), right] : vertical(model);
}

const types = { Line: "line", Area: "line", Bar: "bar", Points: "scatter", HeatMap: "heatmap" };

/** How many times the highest of the other values a limit may be and still be drawn. */
const nearness = 3;

/** A limit far above everything else is not drawn: all else would lie flat at the bottom. */
function seen(model, data) {
    if (!model.series.some(series => series.isLimit)) {
        return data;
    }

    const highest = Math.max(0, ...data.filter((_, index) => !model.series[index].isLimit).flat().map(point => point.value[1] ?? 0));
    return data.map((points, index) => model.series[index].isLimit && (points.at(-1)?.value[1] ?? 0) > nearness * highest ? [] : points);
}

/** A limit's legend tells how high it is, since it may not be drawn. */
function legendText(model, data) {
    return name => {
        const index = model.series.findIndex(series => series.name === name);
        const last = model.series[index]?.isLimit ? data()[index]?.at(-1) : undefined;
        return last === undefined ? name : `${name} ${short(last.value[1])}${seen(model, data())[index].length === 0 ? " (above)" : ""}`;
    };
}

const legendRow = 24;
const mostLegendRows = 2;

/** How many rows the names take; more than some two turn over like pages, so that they leave room for the lines. */
function legendRows(names, width) {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `12px ${token("--font")}`;
    let rows = 1;
    let left = width;
    for (const name of names) {
        const needed = pen.measureText(name).width + 32;
        if (needed > left && left < width) {
            rows++;
            left = width;
        }

        left -= needed;
    }

    return rows;
}

function legend(model, source, width) {
    if (model.series.length < 2) {
        return { rows: 0 };
    }

    // Before there are points a limit has room for what it will say.
    const rows = legendRows(model.series.map(series => series.isLimit ? `${series.name} 1000 (above)` : series.name), width);
    const isPaged = rows > mostLegendRows;
    return {
        rows: isPaged ? 1 : rows,
        option: {
            data: model.series.map(({ name, isFaint }) => ({ name, itemStyle: { opacity: isFaint ? 0.5 : 1 } })),
            formatter: legendText(model, source), type: isPaged ? "scroll" : "plain", top: 0, left: 0, icon: "roundRect", itemWidth: 12, itemHeight: 8,
            // A legend that turns over is cut off where its lines end: by themselves they are lower than the letters.
            textStyle: { color: token("--text"), lineHeight: isPaged ? 20 : undefined }, pageTextStyle: { color: token("--text") }, pageIconColor: token("--text"),
        },
    };
}

/** A line needs two points: of a single one there would be nothing to see. */
const isAlone = points => points.length === 1;

function describe(series, index, points) {
    const colour = colourOf(series, index);
    return {
        name: series.name,
        type: types[series.mark],
        data: points,
        stack: series.stack ?? undefined,
        showSymbol: isAlone(points),
        symbol: "circle",
        connectNulls: false,
        symbolSize: series.mark === "Points" ? 9 : 7,
        sampling: series.mark === "Line" || series.mark === "Area" ? "lttb" : undefined,
        barMaxWidth: 28,
        itemStyle: series.mark === "HeatMap" ? undefined : { color: colour },
        yAxisIndex: series.isOnRight ? 1 : 0,
        z: series.isFaint ? 1 : 2,
        lineStyle: { width: 2, color: colour, type: series.isDashed ? "dashed" : "solid", opacity: series.isFaint ? 0.5 : 1 },
        areaStyle: series.mark === "Area" ? { color: colour, opacity: 0.25 } : undefined,
        animation: false,
        emphasis: { disabled: series.mark !== "Points" },
    };
}

function tooltip(model) {
    const isHeat = model.series.some(series => series.mark === "HeatMap");
    const x = value => model.axis === "Time" ? clock(value, true)
        : model.axis === "Category" ? model.categories?.[value] ?? value
        : `${short(value)} ${model.axisUnit}`;
    const unitOf = series => series?.isOnRight ? model.rightUnit : model.unit;
    const unit = item => unitOf(model.series[item.seriesIndex]) ? ` ${escape(unitOf(model.series[item.seriesIndex]))}` : "";
    const row = item => {
        const [px, py, pv] = item.value;
        return isHeat && pv !== undefined && pv !== null && model.rows
            ? `${escape(model.rows[py] ?? py)}: <b>${short(pv)}</b>`
            : `${item.marker}${escape(item.seriesName)}: <b>${short(py)}</b>${unit(item)}`;
    };
    return {
        trigger: isHeat || model.series.every(series => series.mark === "Points") ? "item" : "axis",
        confine: true,
        backgroundColor: token("--surface"),
        borderColor: token("--line-strong"),
        textStyle: { color: token("--text"), fontSize: 12 },
        axisPointer: { type: "line", lineStyle: { color: token("--line-strong") } },
        formatter: given => {
            // Between two drawings a point may have no value yet.
            const items = (Array.isArray(given) ? given : [given]).filter(item => item.value);
            return items.length === 0 ? "" : `${escape(x(items[0].value[0]))}<br>${items.map(row).join("<br>")}`;
        },
    };
}

function options(model, source, width) {
    const data = seen(model, source());
    const { rows, option } = legend(model, source, width);
    const isHeat = model.series.some(series => series.mark === "HeatMap");
    return {
        animation: false,
        textStyle: { fontFamily: token("--font") },
        // Half of a first label's width lies before the axis, and the values at its side may be short.
        grid: { left: isHeat || model.axis === "Time" ? 20 : 8, right: isHeat ? 72 : 32, top: 12 + rows * legendRow, bottom: model.axisUnit ? 28 : 8, containLabel: true },
        legend: option,
        tooltip: tooltip(model),
        xAxis: horizontal(model),
        yAxis: bothVertical(model),
        visualMap: isHeat
            ? {
                // By the logarithm: beside a thousand values, ten are to be seen too.
                min: 0, max: Math.log1p(largest(data)), dimension: 3, calculable: false, orient: "vertical",
                right: 0, top: "middle", itemHeight: 90, itemWidth: 12, textStyle: { color: token("--text-soft") }, text: [short(largest(data)), "0"],
                inRange: { color: [token("--heat-0"), token("--series-5"), token("--series-0"), token("--series-3")] },
                seriesIndex: model.series.findIndex(series => series.mark === "HeatMap"),
            }
            : undefined,
        toolbox: model.isRangeSelectable ? { show: false } : undefined,
        brush: model.isRangeSelectable
            ? { xAxisIndex: 0, brushType: "lineX", brushMode: "single", removeOnClick: true, throttleType: "debounce", throttleDelay: 200, brushStyle: { color: "rgba(128, 128, 200, 0.2)", borderColor: token("--accent") } }
            : undefined,
        series: model.series.map((series, index) => describe(series, index, data[index])),
    };
}

const largest = data => Math.max(1, ...data.flat().map(point => point.value[2] ?? 0));

class Drawing {
    constructor(chart, host, model, server) {
        Object.assign(this, { chart, host, server });
        this.size = new ResizeObserver(() => this.resize());
        this.size.observe(host);
        this.onTheme = () => this.paint();
        document.documentElement.addEventListener("theme", this.onTheme);
        chart.on("click", event => server.invokeMethodAsync("Clicked", event.seriesIndex, Number(event.value?.[0] ?? 0), event.data?.id ?? null));
        chart.on("brushEnd", event => {
            const range = event.areas?.[0]?.coordRange;
            server.invokeMethodAsync("Selected", range ? range[0] : null, range ? range[1] : null);
        });
        this.model(model);
    }

    /** Another chart in the same place. */
    model(model) {
        this.of = model;
        this.data = model.series.map(() => []);
        this.paint();
    }

    /** In another width the legend may take another number of rows. */
    resize() {
        const former = this.chart.getWidth();
        this.chart.resize();
        if (this.chart.getWidth() !== former && this.of.series.length > 1) {
            this.paint();
        }
    }

    push(rows) {
        this.add(rows);
        this.show();
    }

    replace(rows) {
        this.data = this.of.series.map(() => []);
        this.add(rows);
        this.show();
    }

    add(rows) {
        for (const [series, x, y, value, id] of rows) {
            const point = value === undefined ? [x, y] : [x, y, value, Math.log1p(value)];
            this.data[series]?.push(id === undefined ? { value: point } : { value: point, id });
        }

        const newest = Math.max(...this.data.map(points => points.at(-1)?.value[0] ?? -Infinity));
        for (const points of this.data) {
            const first = this.of.window == null ? 0 : points.findIndex(point => point.value[0] >= newest - this.of.window);
            const surplus = Math.max(first < 0 ? points.length : first, points.length - this.of.maximumPoints);
            if (surplus > 0) {
                points.splice(0, surplus);
            }
        }
    }

    show() {
        if (this.of.series.some(series => series.mark === "HeatMap")) {
            this.paint();
        } else {
            this.chart.setOption({ series: seen(this.of, this.data).map(data => ({ data, showSymbol: isAlone(data) })) }, { lazyUpdate: true });
        }
    }

    paint() {
        this.chart.setOption(options(this.of, () => this.data, this.chart.getWidth()), { notMerge: true });
        if (this.of.isRangeSelectable) {
            this.chart.dispatchAction({ type: "takeGlobalCursor", key: "brush", brushOption: { brushType: "lineX", brushMode: "single" } });
        }
    }

    dispose() {
        this.size.disconnect();
        document.documentElement.removeEventListener("theme", this.onTheme);
        this.chart.dispose();
    }
}

/** Draws an empty chart; the answer takes points. */
export async function draw(host, model, server) {
    const echarts = await load();
    return new Drawing(echarts.init(host, null, { renderer: "canvas" }), host, model, server);
}
