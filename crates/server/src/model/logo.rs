//! The organizers' logo, made anew from what was uploaded: nothing of the file itself is served.

use std::io::Cursor;

use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

/// The most bytes of an uploaded file.
pub const LARGEST: usize = 2 << 20;
/// The most pixels of a side of an uploaded picture.
const LONGEST_SIDE: u32 = 5_000;
/// The most bytes that a decoder may take.
const MOST_MEMORY: u64 = 128 << 20;
/// What a logo fits into, in pixels: twice as large as it is shown.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 192;

/// A logo, ready to be served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// A PNG without metadata.
    pub image: Vec<u8>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// Why a file is no logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadLogo {
    /// Nothing was chosen.
    Missing,
    /// More than 2 MiB.
    TooLarge,
    /// An SVG: a program for drawing, which may hold others.
    Svg,
    /// Neither PNG nor JPEG nor WebP.
    Unknown,
    /// More than 5,000 pixels a side, or cut short, or damaged.
    Broken,
}

impl BadLogo {
    /// Every reason.
    pub const ALL: [Self; 5] = [
        Self::Missing,
        Self::TooLarge,
        Self::Svg,
        Self::Unknown,
        Self::Broken,
    ];

    /// The key of its message is `bad-logo-` and this.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLarge => "too-large",
            Self::Svg => "svg",
            Self::Unknown => "unknown",
            Self::Broken => "broken",
        }
    }
}

impl Logo {
    /// Decodes a picture, turns it as its metadata says, fits it into 640 by 192 pixels, and encodes
    /// what is to be seen, and nothing else.
    pub fn of(file: &[u8]) -> Result<Self, BadLogo> {
        let picture = decode(file)?;
        let picture = match picture.width() > WIDTH || picture.height() > HEIGHT {
            true => picture.resize(WIDTH, HEIGHT, FilterType::Lanczos3),
            false => picture,
        };
        // Whatever the colours were kept as, eight bits each are enough for a screen.
        let picture = DynamicImage::ImageRgba8(picture.to_rgba8());
        let mut image = Vec::new();
        let written = picture.write_with_encoder(PngEncoder::new(&mut image));
        written.map_err(|_| BadLogo::Broken)?;
        Ok(Self {
            image,
            width: picture.width(),
            height: picture.height(),
        })
    }
}

fn decode(file: &[u8]) -> Result<DynamicImage, BadLogo> {
    if file.is_empty() {
        return Err(BadLogo::Missing);
    }
    if file.len() > LARGEST {
        return Err(BadLogo::TooLarge);
    }
    let reader = ImageReader::new(Cursor::new(file)).with_guessed_format();
    let mut reader = reader.map_err(|_| BadLogo::Broken)?;
    let known = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP];
    if !reader
        .format()
        .is_some_and(|format| known.contains(&format))
    {
        let bad = if is_svg(file) {
            BadLogo::Svg
        } else {
            BadLogo::Unknown
        };
        return Err(bad);
    }
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| BadLogo::Broken)?;
    let turned = decoder.orientation().map_err(|_| BadLogo::Broken)?;
    let picture = DynamicImage::from_decoder(decoder);
    let mut picture = picture.map_err(|_| BadLogo::Broken)?;
    picture.apply_orientation(turned);
    Ok(picture)
}

/// Whether a file looks like an SVG, packed (gzip) or not.
fn is_svg(file: &[u8]) -> bool {
    let beginning = &file[..file.len().min(1024)];
    let words = String::from_utf8_lossy(beginning).to_ascii_lowercase();
    words.contains("<svg") || words.contains("<!doctype svg") || file.starts_with(&[0x1f, 0x8b])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let picture = DynamicImage::new_rgb8(width, height);
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn pictures_are_made_anew_and_fit() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let logo = Logo::of(&picture(1280, 100, format)).unwrap();
            assert_eq!((logo.width, logo.height), (640, 50), "{format:?}");
            assert!(logo.image.starts_with(b"\x89PNG"));
        }
        let small = Logo::of(&picture(30, 20, ImageFormat::Png)).unwrap();
        assert_eq!((small.width, small.height), (30, 20));
    }

    /// A PNG chunk of text behind the header.
    fn with_text(png: &[u8], text: &[u8]) -> Vec<u8> {
        let body = [b"tEXt", text].concat();
        let mut crc = flate2::Crc::new();
        crc.update(&body);
        let length = u32::try_from(text.len()).unwrap().to_be_bytes();
        let chunk = [&length[..], &body, &crc.sum().to_be_bytes()].concat();
        // The signature is 8 bytes, the header chunk 25.
        [&png[..33], &chunk, &png[33..]].concat()
    }

    /// An Exif segment (JPEG marker APP1) that says that the picture was turned, and where it was made.
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let tiff =
            b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0secret place";
        let body = [b"Exif\0\0", &tiff[..]].concat();
        let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
        [&jpeg[..2], b"\xff\xe1", &length, &body, &jpeg[2..]].concat()
    }

    #[test]
    fn metadata_does_not_come_along() {
        let finds = |bytes: &[u8]| bytes.windows(6).any(|window| window == b"secret");
        let png = with_text(&picture(30, 20, ImageFormat::Png), b"Author\0secret");
        assert!(finds(&png));
        assert!(!finds(&Logo::of(&png).unwrap().image));
        let jpeg = with_exif(&picture(30, 20, ImageFormat::Jpeg));
        let logo = Logo::of(&jpeg).unwrap();
        assert!(finds(&jpeg) && !finds(&logo.image));
        assert_eq!((logo.width, logo.height), (20, 30), "turned as it says");
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let png = picture(30, 20, ImageFormat::Png);
        for (file, why) in [
            (Vec::new(), BadLogo::Missing),
            (vec![0; LARGEST + 1], BadLogo::TooLarge),
            (
                b"<?xml version=\"1.0\"?>\n<svg xmlns=\"x\"/>".to_vec(),
                BadLogo::Svg,
            ),
            (b"<SVG onload=\"x()\"></SVG>".to_vec(), BadLogo::Svg),
            (b"\x1f\x8b\x08\0".to_vec(), BadLogo::Svg),
            (b"GIF89a\x01\0\x01\0".to_vec(), BadLogo::Unknown),
            (b"<html>".to_vec(), BadLogo::Unknown),
            (png[..40].to_vec(), BadLogo::Broken),
            (picture(5_001, 1, ImageFormat::Png), BadLogo::Broken),
        ] {
            assert_eq!(Logo::of(&file), Err(why));
        }
        // A header that promises more than there is memory for.
        let mut bomb = png.clone();
        bomb[16..24].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]);
        assert_eq!(Logo::of(&bomb), Err(BadLogo::Broken));
    }

    proptest::proptest! {
        #[test]
        fn damaged_pictures_do_no_harm(at in 8usize..200, byte: u8, cut in 0usize..200) {
            for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
                let mut file = picture(30, 20, format);
                let length = file.len();
                file[at % length] = byte;
                file.truncate(length - cut % length);
                let _ = Logo::of(&file);
            }
        }
    }
}
