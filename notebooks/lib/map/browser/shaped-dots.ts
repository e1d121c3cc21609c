/**
 * Dots of seven shapes, solid or hollow, with or without a ring: one point each, its outline computed by the fragment
 * shader. Sigma draws circles alone, and colour alone says nothing to those who do not see it, nor on paper.
 */
import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_look;

uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform mat3 u_matrix;

varying vec4 v_color;
varying float v_shape;
varying float v_marks;
varying float v_feather;

const float bias = 255.0 / 254.0;

void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  v_marks = floor(a_look / 16.0);
  v_shape = a_look - v_marks * 16.0;
  float room = v_marks >= 2.0 ? 1.8 : 1.2;
  gl_PointSize = max(a_size / u_sizeRatio * u_pixelRatio * 2.0 * room, 3.0);
  v_feather = 2.0 / gl_PointSize;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

const FRAGMENT = /* glsl */ `
precision mediump float;

varying vec4 v_color;
varying float v_shape;
varying float v_marks;
varying float v_feather;

const vec4 paper = vec4(1.0);
const vec4 ink = vec4(0.12, 0.16, 0.2, 1.0);
const vec4 none = vec4(0.0);

// 1 on the outline, less inside; y points down.
float outline(vec2 p) {
  if (v_shape < 0.5) return length(p);
  if (v_shape < 1.5) return max(abs(p.x), abs(p.y)) / 0.86;
  if (v_shape > 4.5 && v_shape < 5.5) p = -p;
  if (v_shape > 5.5) p = vec2(p.y, -p.x);
  if (v_shape < 2.5 || v_shape > 4.5) return max(p.y, abs(p.x) * 0.866 - p.y * 0.5) / 0.55;
  if (v_shape < 3.5) return abs(p.x) + abs(p.y);
  vec2 q = abs(p);
  return min(max(q.x / 0.36, q.y), max(q.x, q.y / 0.36));
}

void main(void) {
  bool isRinged = v_marks >= 2.0;
  bool isHollow = v_marks == 1.0 || v_marks == 3.0;
  vec2 p = (gl_PointCoord - vec2(0.5)) * 2.0 * (isRinged ? 1.8 : 1.2);
  float d = outline(p);
  float soft = v_feather * 1.5;

  #ifdef PICKING_MODE
  gl_FragColor = d < 1.1 ? v_color : none;
  #else
  vec4 inside = isHollow && d < 0.6 ? paper : v_color;
  float cover = 1.0 - smoothstep(1.0 - soft, 1.0 + soft, d);
  vec4 rim = paper * (1.0 - smoothstep(1.15 - soft, 1.15 + soft, d));
  vec4 dot = mix(rim, inside, cover);
  if (isRinged) {
    float r = length(p);
    dot = mix(dot, ink, smoothstep(1.42 - soft, 1.42, r) * (1.0 - smoothstep(1.66, 1.66 + soft, r)));
  }
  gl_FragColor = dot;
  #endif
}
`;

const UNIFORMS = ['u_sizeRatio', 'u_pixelRatio', 'u_matrix'] as const;

/** What a dot has beyond sigma's own: its shape's number, and 1 hollow, 2 ringed, 3 both. */
export interface ShapedDot extends NodeDisplayData {
  shape: number;
  marks: number;
}

export class ShapedDots extends NodeProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGLRenderingContext;
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: POINTS,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_look', size: 1, type: FLOAT },
      ],
    };
  }

  override processVisibleItem(number: number, at: number, data: NodeDisplayData): void {
    const { x, y, size, color, shape, marks } = data as ShapedDot;
    this.array.set([x, y, size, floatColor(color), number, shape + 16 * marks], at);
  }

  override setUniforms({ sizeRatio, pixelRatio, matrix }: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations.u_pixelRatio!, pixelRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio!, sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix!, false, matrix);
  }
}
