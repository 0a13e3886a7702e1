/* Draws the charts of the report; the numbers are in the page, beside each chart. */
(function () {
  'use strict';

  const LIGHT = {
    ink: '#16202c', soft: '#566273', line: '#dde3ea', ground: '#ffffff', onPale: '#16202c', onStrong: '#ffffff', strongFrom: 0.65,
    heat: ['#f1f6fc', '#c9def2', '#8fbae1', '#4c8fca', '#20659f', '#0b3a68'],
    ordered: ['#440154', '#443a83', '#31688e', '#21908d', '#2e9e5b', '#6d9a12'],
    distinct: ['#0072b2', '#d55e00', '#00805f', '#a34f80', '#3a3a3a', '#b07400', '#2b8ac6']
  };
  const DARK = {
    ink: '#e6ecf3', soft: '#9aa8b8', line: '#2a3645', ground: '#151d27', onPale: '#ffffff', onStrong: '#0e141b', strongFrom: 0.5,
    heat: ['#132233', '#16406a', '#20659f', '#4c8fca', '#8fbae1', '#dcecfb'],
    ordered: ['#b084d8', '#8f95e0', '#5fa8d8', '#35c2b5', '#7fd36b', '#e8e337'],
    distinct: ['#56b4e9', '#ff9c5a', '#3fd0a4', '#e79ac3', '#d8dee6', '#f0b93a', '#9ecbff']
  };
  const LONGEST = 15;
  const LONGEST_ROW = 24;
  const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect', 'emptyTriangle', 'emptyDiamond'];

  const darkScheme = window.matchMedia('(prefers-color-scheme: dark)');
  let printing = false;

  function themeOf(figure) {
    const light = printing || !darkScheme.matches || figure.closest('.cl-light');
    return light ? LIGHT : DARK;
  }

  /* The colour at a share of a ramp of colours. */
  function ramp(colors, share) {
    const place = Math.min(Math.max(share, 0), 1) * (colors.length - 1);
    const left = Math.min(Math.floor(place), colors.length - 2);
    const mix = place - left;
    const channel = (color, at) => parseInt(color.slice(at, at + 2), 16);
    const mixed = [1, 3, 5].map(
      at => Math.round(channel(colors[left], at) * (1 - mix) + channel(colors[left + 1], at) * mix));
    return 'rgb(' + mixed.join(',') + ')';
  }

  /* Long names lose their middle: they often differ at the end. */
  function shortened(name, length) {
    const half = Math.floor((length - 1) / 2);
    return name.length > length ? name.slice(0, half) + '…' + name.slice(-half) : name;
  }

  /* Names of tasks below a chart: level or turned, and numbers where not even turned ones fit. */
  function namesBelow(tasks, room, theme) {
    const longest = Math.min(LONGEST, Math.max(...tasks.map(name => name.length)));
    const numbered = room < 14;
    const turned = !numbered && room < 7 * longest + 6;
    return {
      depth: turned ? 5 * longest + 12 : 22,
      gap: turned ? 5 * longest + 22 : 30,
      label: {
        color: theme.soft, interval: numbered ? 'auto' : 0, rotate: turned ? 45 : 0, hideOverlap: numbered,
        formatter: (name, index) => numbered ? String(index + 1) : shortened(name, LONGEST)
      }
    };
  }

  function axis(tasks, theme, more) {
    return Object.assign({
      type: 'category',
      data: tasks,
      axisLine: {lineStyle: {color: theme.soft}},
      axisTick: {show: false},
      splitLine: {show: false},
      nameTextStyle: {color: theme.soft},
      axisLabel: {color: theme.soft, hideOverlap: true, formatter: name => shortened(name, LONGEST)}
    }, more);
  }

  function tooltip(theme, trigger, formatter) {
    return {
      trigger: trigger,
      renderMode: 'richText',
      confine: true,
      formatter: formatter,
      backgroundColor: theme.ground,
      borderColor: theme.soft,
      textStyle: {color: theme.ink, fontSize: 12}
    };
  }

  function percent(value) {
    return value === null || value === undefined ? '–' : value.toFixed(2) + ' %';
  }

  function heatMap(chart, theme, width) {
    const count = chart.tasks.length;
    const longest = Math.min(LONGEST, Math.max(...chart.tasks.map(name => name.length)));
    const left = 20 + 7 * longest;
    const cell = Math.min(62, (width - left - 12) / count);
    const below = namesBelow(chart.tasks, cell, theme);
    const bottom = 64 + below.depth;
    const cells = [];
    chart.values.forEach((row, after) => row.forEach((value, task) => {
      if (value !== null) {
        const learnt = task <= after;
        const strong = value - chart.low > theme.strongFrom * (chart.high - chart.low);
        cells.push({
          value: [task, after, value],
          itemStyle: {opacity: learnt ? 1 : 0.45},
          label: {color: learnt ? (strong ? theme.onStrong : theme.onPale) : theme.soft}
        });
      }
    }));
    const square = Math.max(22, Math.min(cell, 44));
    return {
      height: Math.round(square * count + bottom + 16),
      option: {
        grid: {left: left, top: 8, width: cell * count, height: square * count},
        xAxis: axis(chart.tasks, theme, {
          name: 'tested on', nameLocation: 'middle', nameGap: below.gap, axisLabel: below.label
        }),
        yAxis: axis(chart.tasks, theme, {
          inverse: true,
          axisLabel: {color: theme.soft, interval: 0, formatter: name => shortened(name, LONGEST)}
        }),
        tooltip: tooltip(theme, 'item', item => {
          const [task, after, value] = item.value;
          const spread = chart.spreads[after][task];
          return 'after ' + chart.tasks[after] + '\non ' + chart.tasks[task] + ': ' + percent(value)
            + (spread ? '\nstandard deviation ' + percent(spread) : '');
        }),
        visualMap: {
          min: chart.low, max: chart.high, calculable: false, orient: 'horizontal',
          left: left - 8, bottom: 0, itemWidth: 12, itemHeight: Math.min(180, cell * count - 90),
          text: [chart.high + ' %', chart.low + ' %'],
          textStyle: {color: theme.soft}, inRange: {color: theme.heat}
        },
        series: [{
          type: 'heatmap',
          data: cells,
          itemStyle: {borderColor: theme.ground, borderWidth: 2},
          label: {show: cell >= 20, fontSize: cell >= 44 ? 12 : cell >= 24 ? 11 : 9,
            formatter: item => item.value[2].toFixed(cell >= 34 ? 1 : 0)},
          emphasis: {itemStyle: {borderColor: theme.ink}}
        }]
      }
    };
  }

  /* A table of any numbers: layers and tasks, tasks and tasks. */
  function grid(chart, theme, width) {
    const longest = Math.min(LONGEST_ROW, Math.max(...chart.rows.map(name => name.length)));
    const left = 20 + 7 * longest;
    const cell = Math.min(62, (width - left - 12) / chart.columns.length);
    const below = namesBelow(chart.columns, cell, theme);
    const unit = chart.unit === '' ? '' : ' ' + chart.unit;
    const decimals = Math.max(chart.high, -chart.low) < 2 ? 2 : cell >= 34 ? 1 : 0;
    const cells = [];
    chart.values.forEach((row, at) => row.forEach((value, column) => {
      if (value !== null) {
        const strong = value - chart.low > theme.strongFrom * (chart.high - chart.low);
        cells.push({value: [column, at, value], label: {color: strong ? theme.onStrong : theme.onPale}});
      }
    }));
    const line = chart.rows.length > 12 ? 22 : 30;
    return {
      height: line * chart.rows.length + below.depth + 62,
      option: {
        grid: {left: left, top: 8, width: cell * chart.columns.length, height: line * chart.rows.length},
        xAxis: axis(chart.columns, theme, {axisLabel: below.label}),
        yAxis: axis(chart.rows, theme, {
          inverse: true,
          axisLabel: {color: theme.soft, interval: 0, formatter: name => shortened(name, LONGEST_ROW)}
        }),
        tooltip: tooltip(theme, 'item', item =>
          chart.rows[item.value[1]] + '\n' + chart.columns[item.value[0]] + ': ' + item.value[2] + unit),
        visualMap: {
          min: chart.low, max: chart.high, calculable: false, orient: 'horizontal',
          left: left - 8, bottom: 0, itemWidth: 12,
          itemHeight: Math.min(180, Math.max(60, cell * chart.columns.length - 90)),
          text: [chart.high + unit, chart.low + unit],
          textStyle: {color: theme.soft}, inRange: {color: theme.heat}
        },
        series: [{
          type: 'heatmap',
          data: cells,
          itemStyle: {borderColor: theme.ground, borderWidth: 2},
          label: {show: cell >= 24, fontSize: cell >= 44 ? 12 : cell >= 34 ? 11 : 9,
            formatter: item => item.value[2].toFixed(decimals)},
          emphasis: {itemStyle: {borderColor: theme.ink}}
        }]
      }
    };
  }

  /* Round bounds and steps around all values of a chart. */
  function scaleOf(chart) {
    const values = chart.lines.flatMap(line => line.values).filter(value => value !== null);
    const smallest = Math.min(...values);
    const largest = Math.max(...values);
    const step = [0.2, 0.5, 1, 2, 5, 10, 20].find(size => (largest - smallest) / size <= 6) || 50;
    return {
      low: Math.floor(smallest / step) * step,
      high: Math.ceil(largest / step + 1e-9) * step,
      step: step
    };
  }

  function lines(chart, theme, width) {
    const scale = scaleOf(chart);
    const names = [...new Set(chart.lines.map(line => line.name))];
    const color = name => {
      const at = names.indexOf(name);
      return chart.ordered
        ? ramp(theme.ordered, names.length > 1 ? at / (names.length - 1) : 0)
        : theme.distinct[at % theme.distinct.length];
    };
    const series = chart.lines.map(line => {
      const mean = line.seed === '';
      return {
        name: line.name, type: 'line', data: line.values, color: color(line.name),
        symbol: mean ? SYMBOLS[names.indexOf(line.name) % SYMBOLS.length] : 'circle',
        symbolSize: mean ? 7 : 3, showSymbol: true, z: mean ? 3 : 2, silent: !mean,
        lineStyle: {width: mean ? 2.5 : 1, opacity: mean ? 1 : 0.45},
        itemStyle: {opacity: mean ? 1 : 0.45}
      };
    });
    const below = namesBelow(chart.tasks, (width - 80) / chart.tasks.length, theme);
    return {
      height: (width < 500 ? 300 : 360) + below.depth,
      option: {
        grid: {left: 12, right: 22, top: names.length > 1 ? 44 : 16, bottom: 30, containLabel: true},
        legend: {
          show: names.length > 1, type: 'scroll', top: 0, left: 0, itemWidth: 22,
          textStyle: {color: theme.ink}, inactiveColor: theme.soft,
          pageTextStyle: {color: theme.soft}, pageIconColor: theme.ink, pageIconInactiveColor: theme.line
        },
        xAxis: axis(chart.tasks, theme, {name: 'tasks learnt', nameLocation: 'middle', nameGap: below.gap,
          axisLabel: below.label}),
        yAxis: {
          type: 'value', min: scale.low, max: scale.high, interval: scale.step,
          axisLabel: {color: theme.soft, formatter: '{value} %'},
          splitLine: {lineStyle: {color: theme.line}}
        },
        tooltip: tooltip(theme, 'axis', items => [chart.tasks[items[0].dataIndex]].concat(
          items.filter(item => chart.lines[item.seriesIndex].seed === '' && item.value !== null
              && item.value !== undefined)
            .map(item => item.seriesName + ': ' + percent(item.value))).join('\n')),
        series: series
      }
    };
  }

  /* Places on an axis: the one nearest to 0 has a label, and a few others at equal distances. */
  function numberAxis(places, name, labels, theme, more) {
    const every = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].find(size => places.length <= labels * size) || 1000;
    const zero = places.reduce((best, place, at) => Math.abs(place) < Math.abs(places[best]) ? at : best, 0);
    return Object.assign(axis(places.map(String), theme, {
      name: name, nameLocation: 'middle', nameGap: 28,
      axisLabel: {color: theme.soft, interval: index => (index - zero) % every === 0, hideOverlap: true}
    }), more);
  }

  function bands(chart, theme, width) {
    const color = at => chart.ordered
      ? ramp(theme.ordered, chart.bands.length > 1 ? at / (chart.bands.length - 1) : 0)
      : theme.distinct[at % theme.distinct.length];
    const series = chart.bands.flatMap((band, at) => {
      const lower = band.means.map((mean, i) => mean === null ? null : Math.max(0, mean - band.deviations[i]));
      const height = band.means.map((mean, i) => mean === null ? null : mean + band.deviations[i] - lower[i]);
      const hidden = {
        name: band.name, type: 'line', stack: 'band ' + at, stackStrategy: 'all', color: color(at), symbol: 'none',
        silent: true, lineStyle: {opacity: 0}
      };
      return [
        Object.assign({}, hidden, {data: lower}),
        Object.assign({}, hidden, {data: height, areaStyle: {opacity: 0.14}}),
        {
          name: band.name, type: 'line', data: band.means, color: color(at), z: 3,
          symbol: SYMBOLS[at % SYMBOLS.length], symbolSize: 6,
          showSymbol: false, lineStyle: {width: 2}
        }
      ];
    });
    return {
      height: width < 500 ? 340 : 380,
      option: {
        grid: {left: 26, right: 22, top: chart.bands.length > 1 ? 44 : 16, bottom: 30, containLabel: true},
        legend: {
          show: chart.bands.length > 1, type: 'scroll', top: 0, left: 0, itemWidth: 22, icon: 'roundRect', itemHeight: 4,
          textStyle: {color: theme.ink}, inactiveColor: theme.soft,
          pageTextStyle: {color: theme.soft}, pageIconColor: theme.ink, pageIconInactiveColor: theme.line
        },
        xAxis: numberAxis(chart.places, chart.xName, 11, theme, {boundaryGap: false}),
        yAxis: {
          type: 'value', min: 0, name: chart.yName, nameLocation: 'middle', nameGap: 36,
          nameTextStyle: {color: theme.soft}, axisLabel: {color: theme.soft},
          splitLine: {lineStyle: {color: theme.line}}
        },
        tooltip: tooltip(theme, 'axis', items => [String(chart.places[items[0].dataIndex])].concat(
          items.filter(item => item.seriesIndex % 3 === 2 && item.value !== null && item.value !== undefined)
            .map(item => item.seriesName + ': ' + item.value + ' ± '
              + chart.bands[Math.floor(item.seriesIndex / 3)].deviations[item.dataIndex])).join('\n')),
        series: series
      }
    };
  }

  const LEVELS = 12;

  /* Levels of equal ratios, as contour lines have them; the smallest loss may be 0. */
  function levelsOf(chart) {
    const high = Math.max(chart.high, Number.MIN_VALUE);
    const low = Math.max(chart.low, high / 1e6);
    const bound = at => Number((low * Math.pow(high / low, at / LEVELS)).toPrecision(3));
    return Array.from({length: LEVELS}, (unused, at) => Object.assign(
      {color: null, label: bound(at) + ' to ' + bound(at + 1)},
      at > 0 ? {gte: bound(at)} : {}, at < LEVELS - 1 ? {lt: bound(at + 1)} : {}));
  }

  function surface(chart, theme, width) {
    const legend = 130;
    const side = Math.max(160, Math.min(width - legend - 70, 380));
    const cells = chart.values.flatMap((row, i) => row.map((value, j) => [j, i, value]))
      .filter(cell => cell[2] !== null);
    const levels = levelsOf(chart).map((level, at) =>
      Object.assign(level, {color: ramp(theme.heat, at / (LEVELS - 1))}));
    return {
      height: Math.round(side + 64),
      option: {
        grid: {left: 58, top: 8, width: side, height: side},
        xAxis: numberAxis(chart.axis, 'first direction', 6, theme, {}),
        yAxis: numberAxis(chart.axis, 'second direction', 6, theme, {nameGap: 36}),
        tooltip: tooltip(theme, 'item', item =>
          chart.axis[item.value[0]] + ', ' + chart.axis[item.value[1]] + ': ' + item.value[2]),
        visualMap: {
          type: 'piecewise', pieces: levels, dimension: 2, right: 0, top: 8, itemWidth: 14, itemHeight: 12, itemGap: 4,
          inverse: true, selectedMode: false, textStyle: {color: theme.soft, fontSize: 11}
        },
        series: [{type: 'heatmap', data: cells, itemStyle: {borderWidth: 0}, emphasis: {itemStyle: {borderColor: theme.ink}}}]
      }
    };
  }

  /* One line for each point of a search, over an axis for each setting and a last one for the score. */
  function parallel(chart, theme, width) {
    const count = chart.paths.length;
    const axes = chart.axes.map((axis, at) => Object.assign({
      dim: at, name: shortened(axis.name, width < 500 ? LONGEST : LONGEST_ROW), type: axis.type,
      nameTextStyle: {color: theme.ink}, axisLine: {lineStyle: {color: theme.soft}},
      axisTick: {show: axis.type !== 'category', lineStyle: {color: theme.soft}},
      axisLabel: {color: theme.ink, textBorderColor: theme.ground, textBorderWidth: 3}
    }, axis.type === 'category' ? {data: axis.categories} : {scale: true}));
    const lines = chart.paths.map((path, at) => ({
      name: path.name,
      value: path.places,
      lineStyle: {
        color: ramp(theme.heat, count > 1 ? 1 - 0.6 * at / (count - 1) : 1),
        width: at === 0 ? 4 : path.dropped ? 1 : 2.5,
        opacity: path.dropped ? 0.6 : 0.9
      }
    }));
    return {
      height: width < 500 ? 340 : 400,
      option: {
        parallel: {left: 80, right: 60, top: 44, bottom: 24},
        parallelAxis: axes,
        tooltip: tooltip(theme, 'item', item => [item.name].concat(
          chart.axes.map((axis, at) => axis.name + ': ' + item.value[at])).join('\n')),
        series: [{type: 'parallel', smooth: false, data: lines.reverse()}]
      }
    };
  }

  const KINDS = {'heat-map': heatMap, 'grid': grid, 'lines': lines, 'bands': bands, 'surface': surface, 'parallel': parallel};
  const figures = [];

  function draw(figure) {
    const theme = themeOf(figure.element);
    const width = figure.holder.clientWidth;
    const drawing = KINDS[figure.chart.kind](figure.chart, theme, width);
    figure.holder.style.height = drawing.height + 'px';
    figure.plot.resize({height: drawing.height});
    drawing.option.animation = false;
    drawing.option.textStyle = {fontFamily: 'system-ui, sans-serif'};
    figure.plot.setOption(drawing.option, true);
    figure.width = width;
  }

  function drawAll() {
    figures.forEach(draw);
  }

  function prepare(element) {
    const chart = JSON.parse(element.querySelector('script[type="application/json"]').textContent);
    const holder = element.querySelector('.cl-chart');
    element.classList.add('cl-drawn');
    const figure = {
      element: element, holder: holder, chart: chart, width: 0,
      plot: window.echarts.init(holder, null, {renderer: 'svg'})
    };
    draw(figure);
    element.querySelectorAll('details.cl-numbers').forEach(details => { details.open = false; });
    figures.push(figure);
    new ResizeObserver(() => {
      if (holder.clientWidth !== figure.width) {
        draw(figure);
      }
    }).observe(element);
  }

  document.querySelectorAll('.cl-figure').forEach(prepare);
  darkScheme.addEventListener('change', drawAll);

  let opened = [];
  window.addEventListener('beforeprint', () => {
    printing = true;
    opened = [...document.querySelectorAll('.cl-report details:not([open])')];
    opened.forEach(details => { details.open = true; });
    drawAll();
  });
  window.addEventListener('afterprint', () => {
    printing = false;
    opened.forEach(details => { details.open = false; });
    drawAll();
  });
})();
