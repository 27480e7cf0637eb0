//! The regional map: nothing covers anything else, nothing leaves the frame, and no text breaks the document.

mod figures;

use apes::renderers::map::render;

/// Draws every figure into `target/pictures`, to be looked at: `cargo test pictures -- --ignored`.
#[test]
#[ignore = "writes pictures for people to look at"]
fn pictures() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    std::fs::create_dir_all(&folder).unwrap();
    let all = [
        ("demonstration", figures::demonstration()),
        ("counted", figures::counted()),
        ("crowd", figures::crowd()),
        ("blank", figures::blank()),
        ("default", apes::views::view::MapFigure::default()),
    ];
    for (name, figure) in all {
        let start = std::time::Instant::now();
        let svg = render(&figure);
        println!("{name}: {} bytes in {:?}", svg.len(), start.elapsed());
        std::fs::write(folder.join(format!("{name}.svg")), svg).unwrap();
    }
    println!("{}", folder.display());
}
