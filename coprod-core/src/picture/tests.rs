use roxmltree::{Document, Node};

use super::*;

/// What somebody might call themselves to do harm, or to break the picture.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "\"/><image href=\"x\" onerror=\"alert(1)\"/>",
    "' onload='alert(1)",
    "]]>",
    "&lt;&#0;",
    "\u{0}\u{8}\u{1b}[2J\u{fffe}\u{ffff}\u{202e}",
    "</text></svg><svg>",
];

fn chart(name: &str) -> Chart {
    let mark = |look: Look, shape: Shape, at: u32| Mark { look, shape, at: Some(at), words: name.to_owned() };
    let row = |marks: Vec<Mark>| Row { name: name.to_owned(), aside: name.to_owned(), marks };
    let scale = Scale(["0 %", "50 %", "100 %"].map(str::to_owned).to_vec());
    let panel = |rows: Vec<Row>| Panel {
        title: name.to_owned(),
        notes: vec![name.to_owned()],
        scale: scale.clone(),
        rows,
        line: Some(Line(500)),
    };
    Chart {
        title: name.to_owned(),
        legend: vec![
            Key { mark: Some((Look::Dotted, Shape::Dot)), words: name.to_owned() },
            Key { mark: None, words: name.to_owned() },
        ],
        panels: vec![
            panel(Look::ALL.map(|look| row(vec![mark(look, Shape::Dot, 1000)])).to_vec()),
            panel(vec![row(Look::ALL.map(|look| mark(look, Shape::Bar, 333)).to_vec()), row(Vec::new())]),
            panel(Vec::new()),
        ],
        notes: vec![name.to_owned()],
    }
}

fn number(node: Node<'_, '_>, name: &str) -> u32 {
    node.attribute(name).unwrap().parse().unwrap()
}

#[test]
fn whatever_people_are_called_the_picture_is_whole_and_holds_nothing_but_marks() {
    for name in HOSTILE {
        let svg = chart(name).drawn(name);
        let document = Document::parse(&svg).unwrap_or_else(|error| panic!("{name}: {error}\n{svg}"));
        for node in document.descendants().filter(Node::is_element) {
            let tag = node.tag_name().name();
            assert!(["svg", "title", "desc", "rect", "path", "circle", "text"].contains(&tag), "{name}: {tag}");
            for attribute in node.attributes() {
                let known = [
                    "role",
                    "viewBox",
                    "font-family",
                    "fill",
                    "x",
                    "y",
                    "width",
                    "height",
                    "font-size",
                    "font-weight",
                    "text-anchor",
                    "stroke",
                    "stroke-width",
                    "stroke-linecap",
                    "stroke-dasharray",
                    "d",
                    "cx",
                    "cy",
                    "r",
                ];
                assert!(known.contains(&attribute.name()), "{name}: {}", attribute.name());
            }
        }
    }
}

#[test]
fn a_picture_has_a_role_a_name_and_a_description() {
    let svg = chart("who decides").drawn("nobody does");
    let document = Document::parse(&svg).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    assert!(root.attribute("viewBox").is_some_and(|size| size.starts_with("0 0 480 ")));
    let child = |tag: &str| root.children().find(|node| node.has_tag_name((root.tag_name().namespace().unwrap(), tag))).unwrap();
    assert_eq!(child("title").text(), Some("who decides"));
    assert_eq!(child("desc").text(), Some("nobody does"));
}

#[test]
fn text_is_large_enough_and_stays_on_the_sheet() {
    for name in [
        "who",
        "a name that goes on and on and on and on and on and on and on and on and on and on",
        &"W".repeat(500),
        &"山".repeat(90),
    ] {
        let svg = chart(name).drawn("");
        let document = Document::parse(&svg).unwrap();
        for text in document.descendants().filter(|node| node.tag_name().name() == "text") {
            let size = number(text, "font-size");
            assert!(size >= 15, "{size}");
            let wide = width(text.text().unwrap_or_default(), size);
            let half = if text.attribute("text-anchor").is_some() { 2 } else { 1 };
            assert!(number(text, "x") + wide / half <= 480, "{:?}", text.text());
        }
    }
}

#[test]
fn texts_of_one_chart_do_not_lie_over_each_other() {
    let svg = chart("a name that goes on and on and on and on and on and on and on").drawn("");
    let document = Document::parse(&svg).unwrap();
    let boxes: Vec<(u32, u32, u32, u32)> = document
        .descendants()
        .filter(|node| node.tag_name().name() == "text" && node.text().is_some())
        .map(|text| {
            let (size, wide) = (number(text, "font-size"), width(text.text().unwrap(), number(text, "font-size")));
            let left = number(text, "x").saturating_sub(if text.attribute("text-anchor").is_some() { wide / 2 } else { 0 });
            (left, number(text, "y") - size, left + wide, number(text, "y"))
        })
        .collect();
    for (at, one) in boxes.iter().enumerate() {
        for other in &boxes[at + 1..] {
            let apart = one.2 <= other.0 || other.2 <= one.0 || one.3 <= other.1 || other.3 <= one.1;
            assert!(apart, "{one:?} and {other:?}");
        }
    }
}

/// How bright a colour is, as the accessibility guidelines define it.
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let part = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn colours_stand_out() {
    assert!((contrast("#ffffff", "#000000") - 21.0).abs() < 1e-9);
    for colour in COLOURS {
        assert!(contrast(colour, PAPER) >= 3.0, "{colour}: {}", contrast(colour, PAPER));
    }
    assert!(contrast(INK, PAPER) >= 4.5);
    assert!(contrast(INK, PAPER) > 16.0 && contrast(GRID, PAPER) > 3.3, "as their documentation says");
    // Every colour in a picture is one of those.
    let svg = chart("a").drawn("");
    for (at, _) in svg.match_indices("=\"#") {
        let colour = &svg[at + 2..at + 9];
        assert!(COLOURS.contains(&colour) || colour == PAPER, "{colour}");
    }
}

#[test]
fn marks_can_be_told_apart_without_colour() {
    let drawn = |draw: &dyn Fn(&mut Canvas)| {
        let mut canvas = Canvas::new(100);
        draw(&mut canvas);
        let mut svg = canvas.finished("", "");
        for colour in COLOURS {
            svg = svg.replace(colour, "#000000");
        }
        svg
    };
    for (at, one) in Look::ALL.iter().enumerate() {
        for other in &Look::ALL[at + 1..] {
            let bar = |look: Look| drawn(&|canvas| canvas.bar((0, 0), (50, 14), look));
            let dot = |look: Look| drawn(&|canvas| canvas.dot((10, 10), look));
            assert_ne!(bar(*one), bar(*other));
            assert_ne!(dot(*one), dot(*other));
        }
    }
}

#[test]
fn text_is_cut_by_letters() {
    assert_eq!(cut("ana", 15, 100), "ana");
    assert_eq!(cut("Siân Ængström and friends", 15, 120), "Siân Ængstr…");
    assert_eq!(cut("山田山田", 10, 36), "山田…");
    assert_eq!(cut("anything", 15, 0), "…");
    assert_eq!(cut(&"i".repeat(1000), 1, 100_000).chars().count(), 200);
    for most in 0..200 {
        let text = cut("a name with Wide and narrow letters", 15, most);
        assert!(width(&text, 15) <= most.max(15), "{most}: {text}");
    }
}

#[test]
fn text_breaks_between_words() {
    assert_eq!(wrapped("one two three", 10, 60), ["one two", "three"]);
    assert_eq!(wrapped("", 10, 60), Vec::<String>::new());
    assert_eq!(wrapped("a indivisible", 10, 40), ["a", "indiv…"]);
}
