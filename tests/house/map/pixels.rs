//! The map in pixels: the same bytes each time, as wide as asked, with its words written in the
//! fonts embedded.

use apes::renderers::lost::LostCharacters;
use apes::renderers::map::render;
use apes::renderers::png;
use resvg::tiny_skia::Pixmap;

use super::figures;

fn drawn(width: u32) -> Pixmap {
    let picture = png::render(
        &render(&figures::demonstration()),
        Some(width),
        &LostCharacters::default(),
    )
    .expect("a picture");
    Pixmap::decode_png(&picture).expect("a PNG")
}

/// How many pixels of the heading, the top left corner of the sheet, bear ink.
fn inked(picture: &Pixmap) -> usize {
    let (across, down) = (picture.width() * 2 / 3, picture.height() / 14);
    let heading = (0..down).flat_map(|y| (0..across).filter_map(move |x| picture.pixel(x, y)));
    heading.filter(|pixel| pixel.red() < 128).count()
}

#[test]
fn same_picture_same_bytes() {
    let svg = render(&figures::crowd());
    let [one, other] =
        [(), ()].map(|()| png::render(&svg, None, &LostCharacters::default()).expect("a picture"));
    assert!(one == other, "the same map gave two pictures");
}

#[test]
fn it_is_as_wide_as_asked() {
    let picture = drawn(800);
    assert_eq!(picture.width(), 800);
    // A4 is upright: 297 to 210.
    assert!(
        (1120..=1140).contains(&picture.height()),
        "{}",
        picture.height()
    );
}

#[test]
fn its_heading_is_written() {
    let picture = drawn(1200);
    assert!(inked(&picture) > 1_000, "{} pixels of ink", inked(&picture));
}

#[test]
fn what_is_no_picture_is_refused() {
    assert!(png::render("not a picture", None, &LostCharacters::default()).is_err());
    assert!(
        png::render(
            &render(&figures::blank()),
            Some(u32::MAX),
            &LostCharacters::default()
        )
        .is_err()
    );
}
